package org.yiwang.identity;

import org.yiwang.pack.Text;

/**
 * Somebody signed in with an outside provider that says the number of their document (实名登录); only
 * where {@code yiwang.login.oidc.number-claim} names the claim in which it does.
 *
 * @param account the account's id
 * @param called as the account is shown
 * @param name as the provider says it, in full
 * @param provider its issuer
 */
public record CameFromOutside(
    String account, Text called, String name, String number, String provider) {
  /** Neither name nor number: it would stand in logs. */
  @Override
  public String toString() {
    return "CameFromOutside[" + account + "]";
  }
}
