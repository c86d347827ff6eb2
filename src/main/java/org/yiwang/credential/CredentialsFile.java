package org.yiwang.credential;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of credential that an application issues (证照目录).
 *
 * @param credentials the types
 * @param samples what the demo's people hold from the start; invented
 */
record CredentialsFile(List<CredentialType> credentials, List<Sample> samples) {
  /**
   * One credential of the demo.
   *
   * @param type id of its type
   * @param account whose it is, for a person
   * @param party whose it is, for a firm: its id in {@code parties/}
   * @param claims what it says, by claim id
   * @param invented always true
   */
  record Sample(
      String type,
      @Nullable String account,
      @Nullable String party,
      Map<String, String> claims,
      boolean invented) {}
}
