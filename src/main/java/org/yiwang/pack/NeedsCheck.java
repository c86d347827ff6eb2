package org.yiwang.pack;

/** NEED: every application that another one needs is there, and no two need each other. */
final class NeedsCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    ReadPack read = (ReadPack) pack;
    Needs needs = Needs.of(read);
    for (Defined<ApplicationDefinition> defined : pack.list(ApplicationDefinition.TYPE)) {
      ApplicationDefinition application = defined.value();
      Source at = pack.at(application, "needs");
      for (String needed : application.needs()) {
        if (!read.applications().contains(needed)) {
          String todo = problems.nearest(needed, read.applications()).strip();
          problems.add(
              at,
              "NEED-01",
              "It needs the application \"%s\", which is not in this pack.".formatted(needed),
              todo.isEmpty() ? "Add that application or remove the need." : todo);
        }
      }
      if (needs.isCircular(defined.application())) {
        String what = "The application needs itself, directly or through another.";
        problems.add(at, "NEED-02", what, "Remove one of the needs that close the circle.");
      }
    }
  }
}
