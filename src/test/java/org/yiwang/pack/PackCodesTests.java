package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that the check of packs can print is printed for some pack in packs/_broken. */
class PackCodesTests {
  private static final Pattern IN_PROGRAM = Pattern.compile("\"([A-Z]+-\\d{2})\"");
  private static final Pattern PRINTED = Pattern.compile("\\[([A-Z]+-\\d{2})\\]");

  /** What no folder of small files can hold, and the test that shows it instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "FILE-02", // a link: not every archive of the sources keeps one
          "BindingTests",
          "FILE-05", // a file of more than 16 MB
          "PackFolderTests",
          "FILE-08", // more than 20,000 files
          "PackFolderTests",
          "NEED-04", // said at the start of the program, not by the check
          "DistrictTests",
          "PACK-99", // a check that breaks off, a fault of the program
          "BindingTests",
          "TYPE-05", // no definition of today refuses its values as a whole
          "BindingTests",
          "YAML-06", // a line of more than 100,000 characters
          "YamlJunkTests");

  @Test
  void every_code_is_shown_by_a_broken_pack() {
    Set<String> unshown = new TreeSet<>(codes(Path.of("src/main/java"), ".java", IN_PROGRAM));
    assertThat(unshown).as("codes are found at all").hasSizeGreaterThan(100);

    unshown.removeAll(codes(Path.of("packs/_broken"), "expected.txt", PRINTED));

    assertThat(unshown).containsExactlyInAnyOrderElementsOf(ELSEWHERE.keySet());
  }

  @Test
  void what_no_pack_can_show_is_shown_by_a_test() throws IOException {
    for (Map.Entry<String, String> shown : ELSEWHERE.entrySet()) {
      Path test = Path.of("src/test/java/org/yiwang/pack", shown.getValue() + ".java");
      assertThat(Files.readString(test)).contains("[" + shown.getKey() + "]");
    }
  }

  private static Set<String> codes(Path folder, String ending, Pattern written) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> texts = files.filter(file -> file.toString().endsWith(ending)).toList();
      Set<String> codes = new TreeSet<>();
      for (Path text : texts) {
        Matcher found = written.matcher(Files.readString(text));
        while (found.find()) {
          codes.add(found.group(1));
        }
      }
      return codes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
