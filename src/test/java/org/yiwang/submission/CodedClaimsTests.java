package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.credential.ClaimWords;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** What was chosen from several answers is signed in Chinese and read in the reader's language. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class CodedClaimsTests {
  @LocalServerPort private int port;
  @Autowired private ClaimWords words;
  @Autowired private Matters matters;
  @Autowired private Parties parties;
  @Autowired private Credentials credentials;

  @Test
  void everyOptionThatACredentialMaySayIsKnownInBothLanguages() {
    Set<String> unknown = new TreeSet<>();
    int known = 0;
    for (Matter matter : matters.listMatters()) {
      String type = matter.outcome().credential();
      for (var source : matter.outcome().claims().entrySet()) {
        for (Option option : options(matter, source.getValue())) {
          Text read = words.of(String.valueOf(type), source.getKey(), option.name().zh());
          known++;
          if (!read.equals(option.name())) {
            unknown.add(type + "/" + source.getKey() + " " + option.name() + " " + read);
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(known).isGreaterThan(20);
  }

  private Set<Option> options(Matter matter, String source) {
    return matters
        .questions(List.of(matter))
        .fields()
        .filter(field -> field.id().equals(source) && field.kind() == Kind.CHOICE)
        .map(Field::options)
        .collect(HashSet::new, Set::addAll, Set::addAll);
  }

  @Test
  void whatWasTypedStaysAsItIs() {
    assertThat(words.of("business-licence", "firm-name", "女")).isEqualTo(Text.same("女"));
    assertThat(words.of("business-licence", "kind", "一人公司")).isEqualTo(Text.same("一人公司"));
    assertThat(words.of("no-type", "kind", "女")).isEqualTo(Text.same("女"));
  }

  private Person visitor() {
    return new Person(URI.create("http://127.0.0.1:" + port));
  }

  @Test
  void walletAndCheckReadEnglish() {
    UUID firm = parties.findDemoFirm("xiangkou").orElseThrow();
    Credential licence = credentials.usable(firm, "business-licence").getFirst();
    assertThat(licence.claims()).containsEntry("kind", "有限责任公司");
    Person lu = Person.signedIn(URI.create("http://127.0.0.1:" + port), "lu");
    Answer english = lu.page("/wallet/" + licence.id(), "en");
    assertThat(english.words()).contains("Limited liability company").doesNotContain("有限责任公司");
    assertThat(lu.page("/wallet/" + licence.id(), "zh").words()).contains("有限责任公司");
    String present = "/wallet/" + licence.id() + "/present";
    assertThat(lu.page(present, "en").words()).contains("Limited liability company");
    Map<String, String> once = new HashMap<>(Map.of("claims", "kind", "recipient", "other"));
    once.putAll(Map.of("other", "隔壁书店", "purpose", "会员折扣", "lasts", "day"));
    String code = lu.form(present, once).body().replaceAll("(?s).*/verify/([A-Z2-9]{20}).*", "$1");
    Person shop = visitor().speaks(Language.EN);
    shop.get("/verify/" + code);
    Answer checked = shop.form("/verify", Map.of("token", code, "recipient", "隔壁书店"));
    assertThat(checked.words()).contains("Limited liability company").doesNotContain("有限责任公司");
  }
}
