package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.credential.CredentialType;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * Every matter and bundle that is shipped can be found, read, asked for, and says what it gives.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class ShippedMattersTests {
  private static final Pattern FOR_WHOM = Pattern.compile("href=\"(/apply/[^\"]*[?;]for=[^\"]+)\"");
  private static final List<Language> LANGUAGES = List.of(Language.ZH, Language.EN);

  @LocalServerPort int port;
  @Autowired Matters matters;
  @Autowired CredentialTypes types;

  private URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private Stream<Link> all() {
    return Stream.concat(
        matters.listMatters().stream().map(m -> new Link("/matters/" + m.id(), m.name())),
        matters.listBundles().stream().map(b -> new Link("/bundles/" + b.id(), b.name())));
  }

  /** The address of a start page, and what stands on it. */
  private record Link(String path, Text name) {}

  @Test
  void startPagesAreReadBeforeSignInInBothLanguages() {
    var visitor = new Person(address());
    List<String> wrong = new ArrayList<>();
    all()
        .forEach(
            link -> {
              for (Language language : LANGUAGES) {
                Answer page = visitor.page(link.path(), language.name().toLowerCase(Locale.ROOT));
                if (!page.good() || !page.words().contains(link.name().in(language))) {
                  wrong.add(link.path() + " " + language + " " + page.status());
                }
              }
            });
    assertThat(wrong).isEmpty();
    assertThat(matters.listMatters()).hasSizeGreaterThanOrEqualTo(14);
    assertThat(matters.listBundles()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void formsCanBeAsked() {
    Person person = Person.signedIn(address(), "li");
    List<String> wrong = new ArrayList<>();
    Stream.concat(
            matters.listMatters().stream().filter(Matter::online).map(m -> "/apply/" + m.id()),
            matters.listBundles().stream().map(b -> "/apply/bundles/" + b.id()))
        .forEach(
            path -> {
              Answer page = begun(person, path);
              boolean asks = page.good() && page.path().startsWith("/drafts/");
              if (!asks || !page.body().contains("class=\"btn big\"")) {
                wrong.add(path + " " + page.shortly());
              }
            });
    assertThat(wrong).isEmpty();
  }

  /** The first page of the form; where it is asked for whom, the first choice is taken. */
  private static Answer begun(Person person, String path) {
    Answer page = person.page(path, "zh");
    Matcher choice = FOR_WHOM.matcher(page.body());
    return page.path().equals(path) && choice.find()
        ? person.page(choice.group(1).replace("&amp;", "&"), "zh")
        : page;
  }

  @Test
  void everyOutcomeSaysWhatItsCredentialMust() {
    List<String> wrong = new ArrayList<>();
    for (Matter matter : matters.listMatters()) {
      String type = matter.outcome().credential();
      if (type != null) {
        Set<String> needed =
            types.findType(type).orElseThrow().claims().stream()
                .filter(claim -> !claim.optional())
                .map(CredentialType.Claim::id)
                .collect(Collectors.toCollection(TreeSet::new));
        needed.removeAll(matter.outcome().claims().keySet());
        if (!needed.isEmpty()) {
          wrong.add(matter.id() + " does not say " + needed);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theirOwnNamesAndFirstWordsFindThemFirst() {
    List<String> wrong = new ArrayList<>();
    for (Language language : LANGUAGES) {
      for (Matter matter : matters.listMatters()) {
        for (String words : words(matter.name(), matter.words(), language)) {
          List<Matter> found = matters.search(words, language, 10).matters();
          if (found.isEmpty() || !found.getFirst().equals(matter)) {
            wrong.add(words + " finds " + found.stream().map(Matter::id).toList());
          }
        }
      }
      for (Bundle bundle : matters.listBundles()) {
        for (String words : words(bundle.name(), bundle.words(), language)) {
          List<Bundle> found = matters.search(words, language, 10).bundles();
          if (found.isEmpty() || !found.getFirst().equals(bundle)) {
            wrong.add(words + " finds " + found.stream().map(Bundle::id).toList());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> words(Text name, List<Text> words, Language language) {
    return Stream.concat(Stream.of(name), words.stream().limit(1))
        .map(text -> text.in(language))
        .toList();
  }
}
