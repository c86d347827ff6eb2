package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Entry;

/**
 * Mandates from before it was kept who gave them, or written meanwhile by an older version, end
 * with the next look at the clock once whoever gave them represents the firm no more.
 */
class MandatesLeftBehindTests extends RelationsFixture {
  @Autowired private JdbcClient sql;
  @Autowired private DistrictTime time;

  private UUID given(String by, UUID firm, String agent) {
    var mandate =
        new NewMandate(firm, party(agent), Set.of("food-licence"), time.today().plusDays(9));
    return Objects.requireNonNull(mandates.give(viewer(by), mandate).id());
  }

  private void givenBy(UUID mandate, @Nullable UUID by) {
    sql.sql("update party_mandate set given_by = ? where id = ?").param(by).param(mandate).update();
  }

  private boolean acts(String agent, UUID firm) {
    return mandates.mayAct(viewer(agent), firm, "food-licence");
  }

  @Test
  void whatSomebodyGaveWhoRepresentsTheFirmNoMoreEnds() {
    UUID firm = firm();
    represents(firm, "lu");
    UUID unknown = given("lu", firm, "wu");
    UUID late = given("lu", firm, "li");
    givenBy(unknown, null);
    givenBy(late, null);
    represents(firm, "he");
    givenBy(late, party("lu"));
    UUID stays = given("he", firm, "zhou");
    assertThat(acts("wu", firm)).as("left behind").isTrue();

    assertThat(mandates.endBaseless()).isGreaterThanOrEqualTo(2);
    assertThat(acts("wu", firm)).isFalse();
    assertThat(acts("li", firm)).isFalse();
    assertThat(acts("zhou", firm)).isTrue();
    assertThat(journal.list("mandate:" + unknown))
        .extracting(Entry::kind)
        .containsExactly("mandate.given", "mandate.revoked");

    givenBy(stays, null);
    mandates.endBaseless();
    assertThat(acts("zhou", firm)).as("given by the one who represents it").isTrue();
    mandates.revoke(viewer("he"), stays);
  }
}
