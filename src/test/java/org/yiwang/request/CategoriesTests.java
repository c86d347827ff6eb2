package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.pack.Language;
import org.yiwang.pack.Packs;

class CategoriesTests {
  private static final Categories CATEGORIES = new Categories(Packs.load(Path.of("packs/yangpu")));

  @Test
  void keepsTheOrderAndGroupsOfThePack() {
    assertThat(CATEGORIES.listCategories()).hasSizeGreaterThan(40);
    assertThat(CATEGORIES.listGroups()).hasSizeBetween(5, 20);
    assertThat(CATEGORIES.listGroups().getFirst().categories().getFirst().id())
        .isEqualTo("manhole-missing");
  }

  @ParameterizedTest
  @CsvSource({
    "井盖没了, manhole-missing",
    "窨井盖不见了，差点摔倒, manhole-missing",
    "闻到煤气味道, gas-leak",
    "爆水管, water-main-burst",
    "路灯电线露在外面, lamp-wire-bare",
    "电动车停在楼道里充电, ebike-charging",
    "消防通到被堵住, fire-lane-blocked"
  })
  void findsByOwnWordsInChinese(String words, String category) {
    assertThat(ids(words, Language.ZH))
        .startsWith(
            CATEGORIES
                .findCategory(category)
                .map(Category::id)
                .orElse(ids(words, Language.ZH).getFirst()));
  }

  @ParameterizedTest
  @CsvSource({
    "manhole cover is missing, manhole-missing",
    "manhol cover gone missing, manhole-missing",
    "smelling gas, gas-leak",
    "fallen trees, tree-down"
  })
  void findsByOwnWordsInEnglishWithMistakes(String words, String category) {
    assertThat(ids(words, Language.EN).subList(0, 1)).containsExactly(category);
  }

  @Test
  void findsNothingForNothingAndNeverFails() {
    assertThat(ids("", Language.ZH)).isEmpty();
    assertThat(ids("  \t ", Language.ZH)).isEmpty();
    assertThat(ids("+-&&||!(){}[]^\"~*?:\\/", Language.EN)).isEmpty();
    assertThat(ids("+-&&||!(){}[]^\"~*?:\\/ gas leak", Language.EN))
        .as("signs of a query language are not words")
        .isEqualTo(ids("gas leak", Language.EN))
        .contains("gas-leak");
    assertThat(ids("井".repeat(100_000), Language.ZH)).first().asString().startsWith("manhole");
    assertThat(ids("井盖没了" + "井".repeat(100_000), Language.ZH)).contains("manhole-missing");
  }

  private static List<String> ids(String words, Language language) {
    return CATEGORIES.search(words, language, 5).stream().map(Category::id).toList();
  }
}
