package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.SimpleSecurityContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.calendar.DistrictTime;

/**
 * Signing keys are renewed, a former one stays published for a while, and both survive a restart.
 */
class SigningKeysTests extends DatabaseTest {
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");

  /** As a program that has just started: nothing is remembered but what is in the database. */
  private SigningKeys started() {
    return new SigningKeys(
        new KeyStore(jdbc()), new Vault(new byte[32]), new DistrictTime(() -> now, ZoneOffset.UTC));
  }

  private List<String> published() {
    JWKSelector all = new JWKSelector(new JWKMatcher.Builder().build());
    return started().get(all, new SimpleSecurityContext()).stream().map(JWK::getKeyID).toList();
  }

  @Test
  void aKeyIsRenewedAfterNinetyDaysAndTheFormerOneGoesAWeekLater() {
    String first = started().signing().getKeyID();
    assertThat(started().signing().getKeyID()).isEqualTo(first);

    now = now.plus(SigningKeys.RENEWED_AFTER).plusSeconds(1);
    assertThat(published()).hasSize(2).contains(first);
    assertThat(started().signing().getKeyID())
        .as("the new one is made known before it signs")
        .isEqualTo(first);

    now = now.plus(SigningKeys.MADE_KNOWN).plusSeconds(1);
    String second = started().signing().getKeyID();
    assertThat(second).isNotEqualTo(first);
    assertThat(published()).as("what the former one signed still counts").contains(first, second);

    now = now.plus(SigningKeys.RENEWED_AFTER).plus(Duration.ofSeconds(1));
    String third = published().getFirst();
    assertThat(published()).contains(second, third).doesNotContain(first);
  }

  @Test
  void thePrivatePartDoesNotLieOpenInTheDatabase() {
    started().signing();
    List<byte[]> kept =
        jdbc().sql("select jwk from identity_signing_key").query(byte[].class).list();
    assertThat(kept).isNotEmpty();
    for (byte[] sealed : kept) {
      assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("RSA");
    }
  }
}
