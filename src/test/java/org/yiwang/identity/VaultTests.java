package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.yiwang.DatabaseTest;
import org.yiwang.calendar.DistrictTime;

/** What is sealed opens with the same key only, and a wrong key is noticed at the start. */
class VaultTests extends DatabaseTest {
  private static final DistrictTime TIME =
      new DistrictTime(InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z")), ZoneOffset.UTC);
  private final Vault vault = new Vault(new byte[32]);

  @Test
  void whatIsSealedOpensAgainAndDiffersEachTime() {
    byte[] once = vault.seal("13800000000", "party.phone");
    byte[] again = vault.seal("13800000000", "party.phone");

    assertThat(vault.open(once, "party.phone")).isEqualTo("13800000000");
    assertThat(once).isNotEqualTo(again);
  }

  @Test
  void aChangedByteAnywhereIsNoticed() {
    byte[] sealed = vault.seal("王秀兰", "party.name");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> vault.open(changed, "party.name"))
          .isInstanceOf(VaultException.class);
    }
  }

  @Test
  void whatWasSealedForOneColumnDoesNotOpenInAnother() {
    byte[] sealed = vault.seal("13800000000", "party.phone");

    assertThatThrownBy(() -> vault.open(sealed, "party.name")).isInstanceOf(VaultException.class);
  }

  @Test
  void theIndexFindsTheSameValueWithTheSameKeyOnly() {
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(vault.index("138", "phone")).isEqualTo(vault.index("138", "phone"));
    assertThat(vault.index("138", "phone")).isNotEqualTo(vault.index("139", "phone"));
    assertThat(vault.index("138", "phone")).isNotEqualTo(vault.index("138", "name"));
    assertThat(vault.index("138", "phone")).isNotEqualTo(new Vault(other).index("138", "phone"));
  }

  @Test
  void theKeyIsMadeOnceForItsOwnerAloneAndALostOrWrongOneIsSaid(@TempDir Path data)
      throws Exception {
    VaultStore store = new VaultStore(jdbc());
    Path file = data.resolve("key");

    byte[] sealed = key(data, null).vault(store, TIME).seal("x", "test");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(key(data, null).vault(store, TIME).open(sealed, "test")).isEqualTo("x");
    assertThat(key(data.resolve("elsewhere"), Files.readString(file)).vault(store, TIME))
        .satisfies(same -> assertThat(same.open(sealed, "test")).isEqualTo("x"));

    Path kept = Files.move(file, data.resolve("kept"));
    assertThatThrownBy(() -> key(data, null).vault(store, TIME))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("key is missing")
        .hasMessageContaining("YIWANG_DATA_KEY");
    assertThat(file).doesNotExist();

    String other = Base64.getEncoder().encodeToString(new byte[32]);
    assertThatThrownBy(() -> key(data, other).vault(store, TIME))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("not the one");
    assertThatThrownBy(() -> key(data, "c2hvcnQ=").vault(store, TIME))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("32 bytes");
    Files.move(kept, file);
  }

  private static VaultKey key(Path data, @Nullable String given) {
    MockEnvironment environment = new MockEnvironment();
    if (given != null) {
      environment.setProperty(VaultKey.VARIABLE, given);
    }
    return new VaultKey(environment, data);
  }
}
