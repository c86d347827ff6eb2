package org.yiwang.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** The form of an account's name and post, as typed. */
record PostForm(
    @Nullable String login,
    @Nullable String nameZh,
    @Nullable String nameEn,
    @Nullable List<String> roles,
    @Nullable String unit,
    @Nullable String area,
    @Nullable String grid) {

  static PostForm empty() {
    return new PostForm(null, null, null, null, null, null, null);
  }

  static PostForm of(Account account) {
    return new PostForm(
        account.login(),
        account.name().zh(),
        account.name().en(),
        List.copyOf(account.roles()),
        account.unit(),
        account.area(),
        account.grid());
  }

  String loginTyped() {
    return login == null ? "" : login.strip();
  }

  /** A person whose name is given in one language only is called so in both. */
  Text name() {
    String zh = nameZh == null ? "" : nameZh.strip();
    String en = nameEn == null || nameEn.isBlank() ? zh : nameEn.strip();
    return Text.of(zh, en);
  }

  List<String> rolesTicked() {
    return roles == null ? List.of() : roles;
  }
}
