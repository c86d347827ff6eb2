package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.pack.Text;

/** Whom one may be in the demo: by kind on the sign-in page, and at the terminal who is needed. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class DemoAccountsTests {
  private static final Pattern NAMED = Pattern.compile("`([a-z][a-z0-9-]*)`");

  @Autowired private DemoPeople people;
  @Autowired private DemoAnnouncement announcement;

  /** Everybody whom the READMEs send a newcomer to stands at the terminal when it has started. */
  @Test
  void theTerminalNamesWhomTheTourUses() throws Exception {
    Set<String> said =
        announcement.lines().stream()
            .map(line -> line.strip().split(" ")[0])
            .collect(Collectors.toSet());
    assertThat(said).containsAll(tour("README.md", "## Five minutes", "## A second"));
    assertThat(said).containsAll(tour("README.zh-CN.md", "## 五分钟", "## 第二个"));
    assertThat(said).contains("audit", "admin", "hotline");
  }

  @Test
  void accountsOfOneKindStandTogetherInTheOrderOfThePack() {
    List<DemoKind> kinds = DemoKind.of(people.list());
    assertThat(kinds).extracting(kind -> kind.role().en()).doesNotHaveDuplicates();
    assertThat(kinds.getFirst().role().en()).isEqualTo("Resident");
    assertThat(kinds.getFirst().people())
        .extracting(DemoPerson::login)
        .containsSubsequence("wang", "li", "chen", "he", "wu");
    assertThat(kinds.stream().mapToInt(kind -> kind.people().size()).sum())
        .isEqualTo(people.list().size());
  }

  @Test
  void whereNobodyIsAnnouncedTheFirstOfTheKindIs() {
    DemoPerson first = person("first", false);
    DemoPerson second = person("second", false);
    DemoPerson named = person("named", true);
    assertThat(DemoKind.of(List.of(first, second)).getFirst().announced()).containsExactly(first);
    assertThat(DemoKind.of(List.of(first, named)).getFirst().announced()).containsExactly(named);
  }

  private Set<String> tour(String file, String from, String to) throws Exception {
    String all = Files.readString(Path.of(file));
    String tour = all.substring(all.indexOf(from), all.indexOf(to));
    Set<String> accounts =
        people.list().stream().map(DemoPerson::login).collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    Matcher words = NAMED.matcher(tour);
    while (words.find()) {
      if (accounts.contains(words.group(1))) {
        named.add(words.group(1));
      }
    }
    assertThat(named).hasSizeGreaterThan(6);
    return named;
  }

  private static DemoPerson person(String login, boolean announced) {
    Text role = Text.of("读者", "Reader");
    return new DemoPerson(login, Text.same(login), List.of(role), Text.same(""), announced);
  }
}
