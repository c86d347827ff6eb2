package org.yiwang.file;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Units;
import org.yiwang.pack.Defined;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** Who takes care of files, in packs. */
@Component
class FilePackPart implements PackPart {
  static final DefinitionType<FileDesk> DESK =
      DefinitionType.yaml("file", DefinitionType.Level.APPLICATION, "file.yaml", FileDesk.class);

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(DESK);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new DeskCheck());
  }

  /**
   * ASK-01 to ASK-03: one application answers, along its own lifecycle, in a unit that is there.
   */
  private static final class DeskCheck implements PackCheck {
    @Override
    public void check(PackReading pack, Problems problems) {
      Set<String> lifecycles = Cases.lifecyclesIn(pack);
      Set<String> units = Units.idsIn(pack);
      List<Defined<FileDesk>> desks = pack.list(DESK);
      for (Defined<FileDesk> desk : desks) {
        way(pack, problems, desk, desk.value().correct(), lifecycles, units);
        way(pack, problems, desk, desk.value().askWhy(), lifecycles, units);
      }
      desks.stream()
          .skip(1)
          .forEach(
              second ->
                  problems.add(
                      second.source(),
                      "ASK-03",
                      "Another application has a file.yaml already.",
                      "Let one application take care of files."));
    }

    private static void way(
        PackReading pack,
        Problems problems,
        Defined<FileDesk> desk,
        FileDesk.@Nullable Way way,
        Set<String> lifecycles,
        Set<String> units) {
      if (way == null) {
        return;
      }
      String full = desk.application() + "/" + way.lifecycle();
      if (!lifecycles.contains(full)) {
        problems.add(
            pack.at(way, "lifecycle"),
            "ASK-01",
            "There is no lifecycle \"%s\".".formatted(full) + problems.nearest(full, lifecycles),
            "Name one of the application's own lifecycles.");
      }
      if (!units.contains(way.unit())) {
        problems.add(
            pack.at(way, "unit"),
            "ASK-02",
            "There is no unit \"%s\".".formatted(way.unit()) + problems.nearest(way.unit(), units),
            "Name a unit of units.yaml.");
      }
    }
  }
}
