package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.ProgramTest;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;

/** Contacts are sealed, found by number, shown masked, and seen in full only on the record. */
@ProgramTest
class PartiesTests {
  private static final Text CALL = Text.of("回访", "Calling back");

  @Autowired private Parties parties;
  @Autowired private Contacts contacts;
  @Autowired private AccessLog access;
  @Autowired private Journal journal;
  @Autowired private JdbcClient sql;

  @Test
  void aNumberIsFoundHoweverItIsTyped() {
    UUID wang = contacts.save(new Contact("王秀兰", "+86 138-1111 0001", null));

    assertThat(contacts.findByPhone("13811110001")).containsExactly(wang);
    assertThat(contacts.findByPhone("008613811110001")).containsExactly(wang);
    assertThat(contacts.findByPhone("１３８１１１１０００１")).containsExactly(wang);
    assertThat(contacts.findByPhone("13811110002")).isEmpty();
    assertThat(contacts.findByPhone("")).isEmpty();
  }

  @Test
  void theSamePersonReportingTwiceIsOnePartyAndAnotherNameIsAnother() {
    UUID first = contacts.save(new Contact("李敏", "13811110003", null));

    assertThat(contacts.save(new Contact(" 李敏 ", "138 1111 0003", null))).isEqualTo(first);
    assertThat(contacts.save(new Contact("李明", "13811110003", null))).isNotEqualTo(first);
  }

  @Test
  void anAccountHasOnePartyForEver() {
    UUID wang = parties.ofAccount("account-1", "王秀兰");

    assertThat(parties.ofAccount("account-1", "王秀兰")).isEqualTo(wang);
    assertThat(parties.ofAccount("account-2", "王秀兰")).isNotEqualTo(wang);
    assertThat(parties.findAccount(wang)).contains("account-1");
  }

  @Test
  void screensShowAMaskAndTheDatabaseHoldsNothingReadable() {
    UUID id = contacts.save(new Contact("周文涛", "13811110004", "zhou@example.org"));

    assertThat(contacts.masked(id))
        .isEqualTo(new Contact("周**", "138****0004", "z***@example.org"));
    String row =
        sql.sql(
                "select encode(name, 'escape') || encode(phone, 'escape') || party_party::text"
                    + " from party_party where id = ?")
            .param(id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("13811110004").doesNotContain("周文涛").doesNotContain("zhou");
    assertThat(row.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }

  @Test
  void shortNumbersAndAbsentPartsAreMaskedToo() {
    UUID id = contacts.save(new Contact(null, "12345", null));

    assertThat(contacts.masked(id)).isEqualTo(new Contact(null, "****45", null));
  }

  @Test
  void seeingAllOfItNeedsPermissionAndLeavesATrace() {
    UUID id = contacts.save(new Contact("陈国强", "13811110005", null));
    Viewer duty = viewer(Permission.UNMASK);

    assertThatThrownBy(() -> contacts.reveal(viewer(Permission.SEE_CASES), id, "case:X-1", CALL))
        .isInstanceOf(RefusedException.class);
    assertThat(journal.list("case:X-1")).isEmpty();

    assertThat(contacts.reveal(duty, id, "case:X-1", CALL).phone()).isEqualTo("13811110005");
    assertThat(journal.list("case:X-1"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("access.read");
              assertThat(entry.actor().account()).isEqualTo(duty.account());
              assertThat(entry.fact("purpose")).isEqualTo("回访");
              assertThat(entry.fact("seen")).isEqualTo("party:" + id);
            });
    assertThat(access.listLooks("case:X-1"))
        .as("each reads it in their own language")
        .singleElement()
        .satisfies(look -> assertThat(look.purpose()).isEqualTo(CALL));
  }

  @Test
  void aPurposeInOneLanguageIsReadAsItWasWritten() {
    UUID id = contacts.save(new Contact("周小川", "13811110015", null));
    var sight = AccessLog.Sight.ofParty("case:X-2", id);
    access.read(viewer(Permission.UNMASK), sight, Text.same("Working on X-2"));

    assertThat(journal.list("case:X-2").getLast().fact("purpose-en")).isNull();
    assertThat(access.listLooks("case:X-2"))
        .singleElement()
        .satisfies(look -> assertThat(look.purpose()).isEqualTo(Text.same("Working on X-2")));
  }

  @Test
  void lastFourDigitsProveAReporterOnlyWhenTheyAreFour() {
    UUID id = contacts.save(new Contact("顾建华", "13811110006", null));

    assertThat(contacts.phoneEndsWith(id, "0006")).isTrue();
    assertThat(contacts.phoneEndsWith(id, "0007")).isFalse();
    assertThat(contacts.phoneEndsWith(id, "6")).isFalse();
    assertThat(contacts.phoneEndsWith(id, "")).isFalse();
    assertThat(contacts.phoneEndsWith(id, "13811110006")).isFalse();
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
