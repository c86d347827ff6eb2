package org.yiwang.story;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Defined;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.District;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Packs;
import org.yiwang.pack.Source;

/** The stories of a pack, and on which line of which file everything in them stands. */
final class StoryBook {
  private final Path pack;
  private final PackReading reading;

  private StoryBook(Path pack, PackReading reading) {
    this.pack = pack;
    this.reading = reading;
  }

  /**
   * @throws IllegalStateException when an application has problems: its stories would go unplayed
   */
  static StoryBook open(Path pack) {
    var keeping = new KeepReading();
    District district = Packs.load(pack, List.of(keeping));
    if (!district.refused().isEmpty()) {
      throw new IllegalStateException("Applications with problems: " + district.refused());
    }
    return new StoryBook(pack, Objects.requireNonNull(keeping.kept));
  }

  Path pack() {
    return pack;
  }

  List<Defined<StoryDefinition>> stories() {
    return reading.list(StoryPackPart.STORIES);
  }

  boolean isEmpty() {
    return stories().isEmpty();
  }

  /** {@code packs/x/application/stories/y.yaml:12}. */
  String at(Object bound) {
    Source source = reading.at(bound);
    return pack.resolve(source.file()) + ":" + source.line();
  }

  /** Reads stories, and keeps what the checks of a pack are given to look at. */
  private static final class KeepReading implements PackPart {
    private @Nullable PackReading kept;

    @Override
    public List<DefinitionType<?>> types() {
      return List.of(StoryPackPart.STORIES);
    }

    @Override
    public List<PackCheck> checks() {
      return List.of((pack, problems) -> kept = pack);
    }
  }
}
