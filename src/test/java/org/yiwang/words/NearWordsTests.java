package org.yiwang.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.words.WordIndex.Part;

/** A typo still finds; what is spelt right finds only itself. */
class NearWordsTests {
  private static final WordIndex INDEX =
      new WordIndex(
          List.of(entry("licence", "营业执照", "Business licence"), entry("birth", "出生登记", "Birth")));

  private static WordIndex.Entry entry(String id, String zh, String en) {
    return new WordIndex.Entry(id, Map.of(Part.NAME, List.of(Text.of(zh, en))));
  }

  @Test
  void wrongMissingExtraAndSwappedLettersFind() {
    for (String typed : List.of("busines", "businness", "bsuiness", "buxiness", "licenxe")) {
      assertThat(INDEX.search(typed, Language.EN, 5)).as(typed).containsExactly("licence");
    }
    for (String typed : List.of("vusiness", "usiness", "bbusiness", "ubsiness", "kicence")) {
      assertThat(INDEX.search(typed, Language.EN, 5)).as(typed).containsExactly("licence");
    }
    assertThat(INDEX.search("vitth", Language.EN, 5)).as("two wrong").isEmpty();
    assertThat(INDEX.search("bitrh", Language.EN, 5)).containsExactly("birth");
    assertThat(INDEX.search("营业热照", Language.ZH, 5)).containsExactly("licence");
    assertThat(INDEX.search("zzzzzz", Language.EN, 5)).isEmpty();
  }

  @Property(tries = 500)
  void theDistanceIsThatOfTheWholeTable(
      @ForAll @AlphaChars @StringLength(max = 9) String one, @ForAll Random chance) {
    StringBuilder other = new StringBuilder(one);
    int changed = chance.nextInt(3);
    for (int i = 0; i < changed && !other.isEmpty(); i++) {
      other.setCharAt(chance.nextInt(other.length()), 'q');
    }
    int found = NearWords.distance(one, other.toString(), 9);
    assertThat(found).isLessThanOrEqualTo(changed);
    assertThat(found).isEqualTo(NearWords.distance(other.toString(), one, 9));
    assertThat(found == 0).isEqualTo(one.contentEquals(other));
  }

  @Property(tries = 500)
  void anyWordsAreSearchedWithoutAnError(@ForAll String words) {
    assertThat(INDEX.search(words, Language.ZH, 5).size()).isLessThanOrEqualTo(2);
  }
}
