package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yiwang.page.RefusedException;

/** Passwords are kept as Argon2id and weak ones are refused. */
class PasswordsTests {
  private final Passwords passwords = new Passwords();

  @Test
  void aPasswordIsKeptAsArgon2idWithASaltOfItsOwn() {
    String hash = passwords.hash("正确的马电池订书钉");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash("正确的马电池订书钉")).isNotEqualTo(hash);
    assertThat(passwords.matches("正确的马电池订书钉", hash)).isTrue();
    assertThat(passwords.matches("正确的马电池订书针", hash)).isFalse();
  }

  @Test
  void shortPublicRepeatedAndOwnNamesAreRefused() {
    for (String weak : new String[] {"short", "aaaaaaaaaaaa", "yiwang-demo", "my-Admin-2026"}) {
      assertThatThrownBy(() -> ChangePassword.refuseWeak("admin", weak))
          .isInstanceOf(RefusedException.class);
    }
    ChangePassword.refuseWeak("admin", "四平路的梧桐树会落叶的");
  }

  @Test
  void oneTimePasswordsAreLongAndDiffer() {
    String one = new OneTimePassword().make();

    assertThat(one).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    assertThat(new OneTimePassword().make()).isNotEqualTo(one);
  }
}
