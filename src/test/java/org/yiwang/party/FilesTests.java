package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Facts come from somewhere, lie sealed, are found by their hash, and never push older ones out.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class FilesTests {
  @Autowired private Parties parties;
  @Autowired private Contacts contacts;
  @Autowired private Accounts accounts;
  @Autowired private Journal journal;
  @Autowired private FactStore store;
  @Autowired private FactKinds kinds;
  @Autowired private JdbcClient sql;

  private UUID fresh() {
    return parties.ofAccount("files-" + UUID.randomUUID(), "试验");
  }

  private static NewFact fact(String kind, String value) {
    var source = new Fact.Source(Fact.Source.Kind.ACCOUNT, "li", null);
    return new NewFact(kind, value, source, Fact.Confidence.STATED, null);
  }

  /** Anybody can type the name and number of a neighbour into a report. */
  @Test
  void aContactLeftWithAReportJoinsNobodysFile() {
    UUID left = contacts.save(new Contact("小安", "13811119001", null));
    assertThat(contacts.save(new Contact("小安", "13811119001", null))).isEqualTo(left);
    UUID neighbour =
        parties.addPerson(
            new NewPerson(
                "小邻",
                null,
                "999999195107210042",
                "13811119002",
                new Fact.Source(Fact.Source.Kind.COUNTER, "lin", null)),
            Actor.SYSTEM);
    UUID typed = contacts.save(new Contact("小邻", "13811119002", null));
    assertThat(typed).isNotEqualTo(neighbour);
    assertThat(contacts.save(new Contact("小邻", "138 1111 9002", null))).isEqualTo(typed);
    parties.learn(typed, List.of(fact("address", "阜新路 9 号")), Actor.SYSTEM);
    assertThat(contacts.save(new Contact("小邻", "13811119002", null)))
        .as("with a file by now")
        .isNotIn(typed, neighbour);
  }

  @Test
  void whatACredentialSaysIsInTheFileWithItsSource() {
    Account wang = accounts.findByLogin("wang").orElseThrow();
    UUID party = parties.ofAccount(wang.id().toString(), wang.name().zh());

    assertThat(parties.facts(party))
        .filteredOn(fact -> fact.kind().equals("person-id"))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.value()).isEqualTo("999999194403080022");
              assertThat(fact.source().name()).isEqualTo("identity-card");
              assertThat(fact.confidence()).isEqualTo(Fact.Confidence.CONFIRMED);
            });
    assertThat(parties.ownFile(party).relations())
        .anySatisfy(
            relation -> {
              assertThat(relation.kind()).isEqualTo(Relation.Kind.CHILD);
              assertThat(parties.nameOf(relation.party()).name().zh()).isEqualTo("李敏");
            });
  }

  @Test
  void oneCredentialFillsAFileOnce() {
    UUID party = fresh();
    var said =
        new SaidByCredential(
            party,
            "identity-card",
            UUID.randomUUID(),
            Map.of("name", "甲", "other", "x"),
            null,
            null);
    parties.learnFrom(said, Actor.SYSTEM);
    parties.learnFrom(said, Actor.SYSTEM);

    assertThat(parties.ownFile(party).facts()).extracting(Fact::value).containsExactly("甲");
    assertThat(journal.list("party:" + party))
        .extracting(Entry::kind)
        .containsExactly("file.grown");
  }

  @Test
  void aNewerFactStandsBeforeAnOlderOneWhichStays() {
    UUID party = fresh();
    parties.learn(party, List.of(fact("address", "阜新路 8 号")), Actor.SYSTEM);
    parties.learn(party, List.of(fact("address", "国定路 335 号")), Actor.SYSTEM);

    assertThat(parties.facts(party)).extracting(Fact::value).containsExactly("国定路 335 号");
    assertThat(parties.ownFile(party).facts())
        .extracting(Fact::value)
        .containsExactly("国定路 335 号", "阜新路 8 号");
  }

  @Test
  void aFirmIsCalledAsItsNewestLicenceSaysAndItsFormerNameStaysInTheFile() {
    var source = new Fact.Source(Fact.Source.Kind.PACK, "test", null);
    UUID firm =
        parties.addFirm(
            new NewFirm(Text.of("旧名公司", "Old Ltd"), null, List.of(), source), Actor.SYSTEM);
    licence(firm, "旧名公司");
    assertThat(parties.nameOf(firm).name())
        .as("the same name")
        .isEqualTo(Text.of("旧名公司", "Old Ltd"));

    licence(firm, "新名公司");
    assertThat(parties.nameOf(firm).name().zh()).isEqualTo("新名公司");
    assertThat(parties.nameOf(firm).name().en()).isEqualTo("新名公司");
    assertThat(parties.ownFile(firm).facts())
        .filteredOn(fact -> fact.kind().equals("firm-name"))
        .extracting(Fact::value)
        .containsExactly("新名公司", "旧名公司");

    parties.learn(firm, List.of(fact("firm-name", "只是说说")), Actor.SYSTEM);
    assertThat(parties.nameOf(firm).name().zh()).as("only what is confirmed").isEqualTo("新名公司");
  }

  private void licence(UUID firm, String name) {
    var said =
        new SaidByCredential(
            firm, "business-licence", UUID.randomUUID(), Map.of("firm-name", name), null, null);
    parties.learnFrom(said, Actor.SYSTEM);
  }

  @Test
  void neitherTableNorJournalHoldsAReadableValue() {
    UUID party = fresh();
    parties.learn(party, List.of(fact("phone", "10012345678")), Actor.SYSTEM);

    String row =
        sql.sql("select encode(value, 'escape') || f::text from party_fact f where party = ?")
            .param(party)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("10012345678");
    assertThat(journal.list("party:" + party).toString()).doesNotContain("10012345678");
  }

  /** However an identifier is typed it leads to its party; another one never does. */
  @Test
  void theBlindIndexFindsExactlyWhatWasSealed() {
    Random random = new Random(20261125);
    FactKind phone = kinds.findKind("phone").orElseThrow();
    for (int round = 0; round < 50; round++) {
      UUID party = fresh();
      String number = "100" + String.format("%08d", random.nextInt(100_000_000));
      parties.learn(party, List.of(fact("phone", number)), Actor.SYSTEM);
      String typed = typed(number, random);
      assertThat(store.listByValue(List.of(phone), typed)).as(typed).contains(party);
      assertThat(parties.findByIdentifier(typed)).contains(party);
      assertThat(store.listByValue(List.of(phone), number + "0")).doesNotContain(party);
      assertThat(store.listByValue(List.of(phone), number.substring(1))).doesNotContain(party);
    }
  }

  private static String typed(String number, Random random) {
    StringBuilder typed = new StringBuilder(random.nextBoolean() ? " " : "");
    for (char digit : number.toCharArray()) {
      typed.append(random.nextBoolean() ? digit : (char) (digit - '0' + '０'));
      typed.append(random.nextInt(4) == 0 ? (random.nextBoolean() ? " " : "-") : "");
    }
    return typed.toString();
  }

  private static NewPerson person(String number, String phone) {
    var source = new Fact.Source(Fact.Source.Kind.COUNTER, "window", "IDENTITY_CARD");
    return new NewPerson("郑阿珍", null, number, phone, source);
  }

  @Test
  void aFileOfSomebodyWithoutAccountSaysWhatWasSeenAndWhatWasSaid() {
    UUID party =
        parties.addPerson(person("999999 19480615 0064", "+86 100-0000-0303"), Actor.SYSTEM);
    assertThat(parties.findAccount(party)).isEmpty();
    assertThat(parties.nameOf(party).name().zh()).isEqualTo("郑阿珍");
    assertThat(contacts.masked(party).phone()).isEqualTo("100****0303");
    Map<String, Fact.Confidence> sure =
        Map.of(
            "name", Fact.Confidence.CONFIRMED,
            "person-id", Fact.Confidence.CONFIRMED,
            "phone", Fact.Confidence.STATED);
    assertThat(parties.facts(party))
        .hasSize(3)
        .allMatch(fact -> fact.confidence() == sure.get(fact.kind()))
        .allMatch(fact -> fact.source().kind() == Fact.Source.Kind.COUNTER);
    assertThat(parties.findByIdentifier("999999194806150064")).containsExactly(party);
    assertThat(parties.findByIdentifier("10000000303")).containsExactly(party);
  }

  @Test
  void ofTwoOfficersAtOnceOnlyOneBeginsAFile() throws Exception {
    NewPerson person = person("999999194806150080", "10000000304");
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> begins =
          () -> {
            try {
              parties.addPerson(person, Actor.SYSTEM);
              return true;
            } catch (RefusedException known) {
              assertThat(known.refusals()).extracting(Refusal::code).containsOnly("person-known");
              return false;
            }
          };
      List<Boolean> begun = new ArrayList<>();
      for (Future<Boolean> one : hands.invokeAll(Collections.nCopies(6, begins))) {
        begun.add(one.get());
      }
      assertThat(begun).containsOnlyOnce(true);
    }
    assertThat(parties.findByIdentifier(person.number())).hasSize(1);
  }

  @Test
  void aFileOpensForACaseOrAReasonAndEachLookIsOnRecord() {
    UUID party = fresh();
    parties.learn(party, List.of(fact("address", "阜新路")), Actor.SYSTEM);
    var plain = new FileAsk(party, null, false, null);

    assertThatThrownBy(() -> parties.readFile(viewer(Permission.SEE_CASES), plain))
        .hasMessageContaining("forbidden");
    assertThatThrownBy(() -> parties.readFile(viewer(Permission.READ_FILES), plain))
        .hasMessageContaining("file-no-case");
    Viewer duty = viewer(Permission.READ_FILES, Permission.READ_WITHOUT_CASE);
    assertThatThrownBy(() -> parties.readFile(duty, plain)).hasMessageContaining("needs-reason");
    assertThatThrownBy(() -> parties.readFile(duty, new FileAsk(party, "  看看 ", false, null)))
        .hasMessageContaining("needs-reason");
    assertThatThrownBy(() -> parties.readFile(duty, new FileAsk(party, "应急联系家属", true, null)))
        .hasMessageContaining("forbidden");
    assertThat(journal.list("party:" + party))
        .extracting(Entry::kind)
        .containsExactly("file.grown");

    assertThat(parties.readFile(duty, new FileAsk(party, "应急联系家属", false, null)).facts())
        .hasSize(1);
    assertThat(journal.list("party:" + party).getLast())
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("access.justified");
              assertThat(entry.fact("purpose")).isEqualTo("应急联系家属");
            });
  }

  private static Viewer viewer(Permission... may) {
    return new Viewer(
        UUID.randomUUID().toString(),
        Text.same("林海"),
        Set.of("duty-officer"),
        Set.of(may),
        Reach.district());
  }
}
