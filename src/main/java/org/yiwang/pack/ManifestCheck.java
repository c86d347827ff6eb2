package org.yiwang.pack;

import java.util.List;
import java.util.regex.Pattern;

/** PACK: the district and its applications say who they are. */
final class ManifestCheck implements PackCheck {
  /** Fits a folder, a database schema and an address. */
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final int LONGEST_ID = 40;

  @Override
  public void check(PackReading pack, Problems problems) {
    PackFolder folder = ((ReadPack) pack).folder();
    if (!folder.has("district.yaml")) {
      problems.add(
          new Source("district.yaml", 1),
          "PACK-01",
          "There is no district.yaml here.",
          "Write one, or name the folder of a district, for example packs/yangpu.");
    }
    for (Defined<DistrictDefinition> defined : pack.list(DistrictDefinition.TYPE)) {
      DistrictDefinition district = defined.value();
      checkId(pack.at(district, "id"), district.id(), folder.name(), problems);
      checkDistrict(pack, district, problems);
    }
    for (Defined<ApplicationDefinition> defined : pack.list(ApplicationDefinition.TYPE)) {
      ApplicationDefinition application = defined.value();
      checkId(pack.at(application, "id"), application.id(), defined.application(), problems);
    }
    for (String application : ((ReadPack) pack).applications()) {
      if (!folder.has(application + "/pack.yaml")) {
        String what = "The application \"%s\" has no pack.yaml.".formatted(application);
        String todo = "Write one with its id, name, owner and version.";
        problems.add(new Source(application + "/pack.yaml", 1), "PACK-03", what, todo);
      }
    }
  }

  private static void checkId(Source at, String id, String folder, Problems problems) {
    if (!id.equals(folder)) {
      String what = "The id \"%s\" is not the folder's name \"%s\".".formatted(id, folder);
      problems.add(at, "PACK-02", what, "Make the two equal.");
    } else if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
      problems.add(
          at,
          "PACK-04",
          "The id \"%s\" cannot be used.".formatted(id),
          "Use at most %d lower-case letters, digits and single hyphens.".formatted(LONGEST_ID));
    }
  }

  private static void checkDistrict(
      PackReading pack, DistrictDefinition district, Problems problems) {
    if (district.languages().isEmpty()) {
      problems.add(
          pack.at(district),
          "PACK-05",
          "The district speaks no language.",
          "Add \"languages: [zh, en]\", the first being the usual one.");
    }
    if (!isPoint(district.center())) {
      problems.add(
          pack.at(district, "center"),
          "PACK-05",
          "\"center\" is not a point on the map.",
          "Write [longitude, latitude] in degrees, for example [121.52, 31.27].");
    }
    if (!district.numberPrefix().matches("[A-Z]{1,6}")) {
      problems.add(
          pack.at(district, "number-prefix"),
          "PACK-05",
          "\"number-prefix\" cannot be \"%s\".".formatted(district.numberPrefix()),
          "Write one to six capital letters, for example YP.");
    }
  }

  private static boolean isPoint(List<Double> center) {
    return center.size() == 2 && Math.abs(center.get(0)) <= 180 && Math.abs(center.get(1)) <= 90;
  }
}
