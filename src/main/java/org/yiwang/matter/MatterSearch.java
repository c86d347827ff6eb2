package org.yiwang.matter;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.words.OwnWordsSearch;
import org.yiwang.words.WordIndex;

/** Offers finding a matter (找事项) to the pages where people report. */
@Component
class MatterSearch implements OwnWordsSearch {
  private final Matters matters;

  MatterSearch(Matters matters) {
    this.matters = matters;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Text label() {
    return Text.of("办事", "Get things done");
  }

  @Override
  public Text seems() {
    return Text.of("看起来您想办事", "Looks like you want to get something done");
  }

  @Override
  public boolean any() {
    return !matters.listMatters().isEmpty();
  }

  @Override
  public List<Found> find(String words, Language language, int most, WordIndex.Floor floor) {
    Matters.Found found = matters.search(words, language, most, floor);
    return Stream.concat(
            found.bundles().stream().map(MatterSearch::found),
            found.matters().stream().map(MatterSearch::found))
        .toList();
  }

  private static Found found(Bundle bundle) {
    return new Found(bundle.name(), bundle.countWords(), "/bundles/" + bundle.id());
  }

  private static Found found(Matter matter) {
    return new Found(matter.name(), matter.limits().promised().words(), "/matters/" + matter.id());
  }
}
