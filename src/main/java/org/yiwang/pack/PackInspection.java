package org.yiwang.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A pack read and checked. Reading comes first; the checks of the modules then see only what was
 * read without a fault, so that one slip is not reported once for every reference to it.
 *
 * @param problems all that was found, in reading order
 * @param cutShort whether checks were left out because something could not be read
 */
record PackInspection(ReadPack pack, List<Problem> problems, boolean cutShort) {
  private static final List<PackCheck> ALWAYS = List.of(new ManifestCheck(), new NeedsCheck());
  private static final List<PackCheck> WITH_ALL_PARTS =
      List.of(new ManifestCheck(), new NeedsCheck(), new UnreadCheck());

  static PackInspection of(Path path, PackParts parts) {
    ProblemList problems = new ProblemList();
    PackFolder folder = PackFolder.open(path, problems);
    ReadPack pack = new PackReader(folder, problems).read(parts.types());
    return checked(pack, parts, problems);
  }

  /** The same, without checks when these very files have passed them before. */
  static PackInspection of(Path path, PackParts parts, SoundPack sound) {
    ProblemList problems = new ProblemList();
    PackFolder folder = PackFolder.open(path, problems);
    ReadPack pack = new PackReader(folder, problems).read(parts.types());
    if (sound.is(folder) && problems.sorted().isEmpty()) {
      return new PackInspection(pack, List.of(), false);
    }
    PackInspection inspection = checked(pack, parts, problems);
    if (inspection.problems().isEmpty()) {
      sound.remember(folder);
    }
    return inspection;
  }

  private static PackInspection checked(ReadPack pack, PackParts parts, ProblemList problems) {
    for (PackCheck check : parts.all() ? WITH_ALL_PARTS : ALWAYS) {
      check.check(pack, problems);
    }
    Map<String, List<Problem>> faults = byApplication(pack, problems.sorted());
    if (!faults.containsKey("")) {
      Set<String> sound = Needs.of(pack).without(faults.keySet());
      ReadPack readable = pack.only(sound::contains);
      parts.parts().forEach(part -> part.checks().forEach(check -> run(check, readable, problems)));
    }
    return new PackInspection(pack, problems.sorted(), !faults.isEmpty());
  }

  private static void run(PackCheck check, ReadPack pack, ProblemList problems) {
    try {
      check.check(pack, problems);
    } catch (RuntimeException e) {
      problems.add(
          new Source("district.yaml", 1),
          "PACK-99",
          "The check %s broke off: %s.".formatted(check.getClass().getName(), e),
          "This is a fault of the program: please report it with this pack.");
    }
  }

  /** The problems of each application; under the empty name those of the district's own files. */
  static Map<String, List<Problem>> byApplication(ReadPack pack, List<Problem> problems) {
    Map<String, List<Problem>> sorted = new TreeMap<>();
    for (Problem problem : problems) {
      String first = problem.source().file().split("/", 2)[0];
      String application = pack.applications().contains(first) ? first : "";
      sorted.computeIfAbsent(application, a -> new ArrayList<>()).add(problem);
    }
    return sorted;
  }

  /** How many definitions were read. */
  long size() {
    return pack.definitions().values().stream().flatMap(List::stream).count();
  }

  /**
   * The district that runs: without the applications that have problems, and without those that
   * need them.
   *
   * @throws PackRefusedException when the district's own files have problems
   */
  LoadedDistrict load() {
    Map<String, List<Problem>> refused = byApplication(pack, problems);
    if (refused.containsKey("")) {
      throw new PackRefusedException(pack.folder().root(), problems);
    }
    Set<String> sound = Needs.of(pack).without(refused.keySet());
    for (ApplicationDefinition application : manifests()) {
      if (!sound.contains(application.id()) && !refused.containsKey(application.id())) {
        refused.put(application.id(), List.of(needsRefused(application, refused.keySet())));
      }
    }
    return new LoadedDistrict(pack.only(sound::contains), refused);
  }

  private Problem needsRefused(ApplicationDefinition application, Set<String> refused) {
    String needed =
        application.needs().stream().filter(refused::contains).collect(Collectors.joining(", "));
    return new Problem(
        pack.at(application, "needs"),
        "NEED-04",
        "It needs \"%s\", which was refused.".formatted(needed),
        "Mend that application first.");
  }

  private List<ApplicationDefinition> manifests() {
    return pack.list(ApplicationDefinition.TYPE).stream().map(Defined::value).toList();
  }
}
