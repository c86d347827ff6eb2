package org.yiwang.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yiwang.matter.Matter;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.words.WordIndex;
import org.yiwang.words.WordIndex.Part;

/**
 * Many matters made from the words of a pack's own (虚构事项): names put together from the first half
 * of one and the second half of another. The same seed makes the same ones.
 */
final class WrittenMatters {
  private static final String[] PLACES = {"街道", "园区", "社区", "企业", "学校", "医院", "工地", "商铺"};
  private static final String[] PLACES_EN = {
    "street", "park", "community", "firm", "school", "hospital", "site", "shop"
  };
  private static final int QUERY_CHARACTERS = 12;

  private final List<Matter> pack;
  private final Random random;

  WrittenMatters(List<Matter> pack, long seed) {
    this.pack = pack;
    this.random = new Random(seed);
  }

  /** The pack's own first, then so many that there are {@code count}. */
  List<WordIndex.Entry> write(int count) {
    List<WordIndex.Entry> entries = new ArrayList<>();
    for (Matter matter : pack) {
      entries.add(entry(matter.id(), matter.name(), matter.about(), matter.words()));
    }
    while (entries.size() < count) {
      Text about = Text.of(one().about().zh() + one().name().zh(), one().about().en());
      entries.add(entry("written-" + entries.size(), name(), about, words()));
    }
    return entries;
  }

  private static WordIndex.Entry entry(String id, Text name, Text about, List<Text> words) {
    Map<Part, List<Text>> parts = new EnumMap<>(Part.class);
    parts.put(Part.NAME, List.of(name));
    parts.put(Part.ABOUT, List.of(about));
    parts.put(Part.WORDS, words);
    return new WordIndex.Entry(id, parts);
  }

  private Matter one() {
    return pack.get(random.nextInt(pack.size()));
  }

  private Text name() {
    int place = random.nextInt(PLACES.length);
    String first = one().name().zh();
    String second = one().name().zh();
    String[] firstEn = one().name().en().split(" ");
    String[] secondEn = one().name().en().split(" ");
    return Text.of(
        PLACES[place]
            + first.substring(0, (first.length() + 1) / 2)
            + second.substring(second.length() / 2),
        String.join(" ", List.of(firstEn).subList(0, (firstEn.length + 1) / 2))
            + " "
            + String.join(" ", List.of(secondEn).subList(secondEn.length / 2, secondEn.length))
            + " for a "
            + PLACES_EN[place]);
  }

  private List<Text> words() {
    List<Text> words = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<Text> known = one().words();
      if (!known.isEmpty()) {
        words.add(known.get(random.nextInt(known.size())));
      }
    }
    return words;
  }

  /**
   * What somebody types: a piece of what a matter is called; every third with a wrong character.
   */
  Typed query(List<WordIndex.Entry> entries) {
    WordIndex.Entry of = entries.get(random.nextInt(entries.size()));
    List<Text> called = new ArrayList<>(of.parts().getOrDefault(Part.NAME, List.of()));
    called.addAll(of.parts().getOrDefault(Part.WORDS, List.of()));
    Language language = random.nextInt(3) == 0 ? Language.EN : Language.ZH;
    String words = called.get(random.nextInt(called.size())).in(language);
    if (language == Language.ZH && words.length() > QUERY_CHARACTERS) {
      int at = random.nextInt(words.length() - QUERY_CHARACTERS);
      words = words.substring(at, at + QUERY_CHARACTERS);
    }
    return new Typed(random.nextInt(3) == 0 ? mistyped(words, language) : words, language);
  }

  /** Words as typed, and the language of whoever typed them. */
  record Typed(String words, Language language) {}

  private String mistyped(String words, Language language) {
    if (words.length() < 4) {
      return words;
    }
    int at = 1 + random.nextInt(words.length() - 2);
    String wrong = language == Language.ZH ? "测" : "x";
    return words.substring(0, at) + wrong + words.substring(at + 1);
  }
}
