package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is said to be able to ask for a matter from elsewhere can do so (MATTER-19 to MATTER-21). */
class CrossRegionTests {
  private static final Path TOY = Path.of("packs/_toy");
  private static final String CARD = "library-card/matters/circle-card.yaml";

  @TempDir Path folder;

  @BeforeEach
  void aCopyOfTheToyDistrict() throws IOException {
    try (Stream<Path> files = Files.walk(TOY)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve("toy").resolve(TOY.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** The problems when the card of a circle says this about its ways and where they begin. */
  private List<String> problems(String channels, String visits, String crossRegion)
      throws IOException {
    Path card = folder.resolve("toy").resolve(CARD);
    String sound = Files.readString(TOY.resolve(CARD));
    assertThat(sound).contains("channels: [online]\nvisits: 0\n");
    Files.writeString(
        card,
        sound
            .replace("channels: [online]\n", channels + "\ncross-region: " + crossRegion + "\n")
            .replace("visits: 0\n", visits + "\n")
            .replace("help: {", "help: {window: {zh: 台前, en: At the desk}, "));
    return PackInspection.of(folder.resolve("toy"), PackParts.find()).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void whatFitsTogetherIsSound() throws IOException {
    assertThat(problems("channels: [online]", "visits: 0", "{range: nation}")).isEmpty();
    assertThat(
            problems(
                "channels: [online]", "visits: 0", "{range: region, region: {zh: 河谷, en: Valley}}"))
        .isEmpty();
    assertThat(
            problems(
                "channels: [window]",
                "visits: 1\nvisits-why: {zh: 领卡, en: For the card}",
                "{range: district}"))
        .isEmpty();
  }

  @Test
  void aWindowOfTheDistrictIsNoWayFromElsewhere() throws IOException {
    assertThat(
            problems(
                "channels: [window]",
                "visits: 1\nvisits-why: {zh: 领卡, en: For the card}",
                "{range: city}"))
        .singleElement()
        .asString()
        .contains(CARD, "[MATTER-19]", "only at a window of this district");
  }

  @Test
  void nobodyIsAskedToComeFromAnotherProvince() throws IOException {
    assertThat(
            problems(
                "channels: [online]",
                "visits: 2\nvisits-why: {zh: 领卡, en: For the card}",
                "{range: nation}"))
        .singleElement()
        .asString()
        .contains("[MATTER-20]", "would have to come 2 times");
  }

  @Test
  void aRegionHasAName() throws IOException {
    assertThat(problems("channels: [online]", "visits: 0", "{range: region}"))
        .singleElement()
        .asString()
        .contains("[MATTER-21]", "It is not said which region that is.");
    assertThat(
            problems(
                "channels: [online]", "visits: 0", "{range: city, region: {zh: 河谷, en: Valley}}"))
        .singleElement()
        .asString()
        .contains("[MATTER-21]", "the range is not a region");
  }
}
