package org.yiwang.bench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Permission;
import org.yiwang.identity.ProgramAccess;
import org.yiwang.identity.Roles;
import org.yiwang.identity.Units;
import org.yiwang.launch.LaunchException;
import org.yiwang.launch.RunningProgram;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;
import org.yiwang.request.Categories;
import org.yiwang.request.Category;

/**
 * What the clients work with: the program's address, a token, a category and a place.
 *
 * @param assign the action that gives the case to a unit
 * @param resolve the action that closes it
 */
record BenchScene(
    ProgramAccess access,
    ProgramAccess.Issued issued,
    HttpDoor door,
    District district,
    Category category,
    double lon,
    double lat,
    String unit,
    String assign,
    String resolve)
    implements AutoCloseable {

  /** Lifecycles with two actions from report to closing, and how they call them. */
  private static final List<Way> WAYS =
      List.of(new Way("fast", "dispatch", "done"), new Way("simple", "assign", "resolve"));

  private static final List<String> LIFECYCLES = WAYS.stream().map(Way::lifecycle).toList();

  private static final Pattern PLACE = Pattern.compile("-?\\d{1,3}(\\.\\d+)?,-?\\d{1,2}(\\.\\d+)?");

  private record Way(String lifecycle, String assign, String resolve) {}

  static BenchScene set(
      ApplicationContext beans, RunningProgram program, String wanted, String at) {
    District district = beans.getBean(District.class);
    ProgramAccess access = beans.getBean(ProgramAccess.class);
    Category category = category(beans.getBean(Categories.class), wanted);
    Way way =
        WAYS.stream()
            .filter(w -> w.lifecycle().equals(category.lifecycle()))
            .findFirst()
            .orElseThrow();
    double[] place = place(district, at);
    Set<String> roles =
        new TreeSet<>(beans.getBean(Cases.class).rolesOf(category.application(), way.lifecycle()));
    beans.getBean(Roles.class).listRoles().stream()
        .filter(role -> role.permissions().contains(Permission.OPERATE_API))
        .forEach(role -> roles.add(role.id()));
    ProgramAccess.Issued issued = access.issue(Text.of("性能测量", "Benchmark"), roles);
    return new BenchScene(
        access,
        issued,
        HttpDoor.open(program.address(), issued),
        district,
        category,
        place[0],
        place[1],
        beans.getBean(Units.class).listUnits().getFirst().id(),
        way.assign(),
        way.resolve());
  }

  private static Category category(Categories categories, String wanted) {
    return categories.listCategories().stream()
        .filter(c -> wanted.isEmpty() || c.id().equals(wanted))
        .filter(c -> WAYS.stream().anyMatch(w -> w.lifecycle().equals(c.lifecycle())))
        .findFirst()
        .orElseThrow(
            () ->
                LaunchException.wronglyCalled(
                    "没有类别%s走这些流程之一：%s。请用 --category 或 --pack 换一个。"
                        .formatted(wanted.isEmpty() ? "" : " " + wanted + " ", LIFECYCLES),
                    "No category%s runs on one of the lifecycles %s. Choose another with --category or --pack."
                        .formatted(wanted.isEmpty() ? "" : " " + wanted, LIFECYCLES)));
  }

  private static double[] place(District district, String at) {
    if (at.isEmpty()) {
      List<Double> center = district.definition().center();
      return new double[] {center.get(0), center.get(1)};
    }
    if (!PLACE.matcher(at).matches()) {
      throw LaunchException.wronglyCalled(
          "“%s”不是位置。--at 请写成 经度,纬度，例如 --at 121.52,31.26。".formatted(at),
          "\"%s\" is no place. Write --at as LON,LAT, e.g. --at 121.52,31.26.".formatted(at));
    }
    String[] parts = at.split(",", -1);
    return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
  }

  @Override
  public void close() {
    door.close();
    access.withdraw(issued.clientId());
  }
}
