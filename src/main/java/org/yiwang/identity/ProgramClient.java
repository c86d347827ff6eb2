package org.yiwang.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * A program that signs people in here or acts in its own name (接入应用).
 *
 * @param clientId what it calls itself
 * @param secret hash of its secret; null for a program that cannot keep one and proves itself by
 *     PKCE alone
 * @param redirects where people may be sent back to after signing in
 * @param post roles and reach when it acts in its own name; needs a secret
 */
record ProgramClient(
    UUID id,
    String clientId,
    Text name,
    @Nullable String secret,
    List<String> redirects,
    Post post,
    boolean enabled,
    boolean demo) {

  /** The same program, opened or closed. */
  ProgramClient enabled(boolean open) {
    return new ProgramClient(id, clientId, name, secret, redirects, post, open, demo);
  }

  /**
   * Whether people may be sent back there. For a program on the person's own machine any port will
   * do, since it takes whichever is free (RFC 8252, 7.3).
   */
  boolean mayReturnTo(String uri) {
    return redirects.stream().anyMatch(known -> known.equals(uri) || sameOnLoopback(known, uri));
  }

  private static boolean sameOnLoopback(String known, String uri) {
    try {
      URI a = new URI(known);
      URI b = new URI(uri);
      return a.getHost() != null
          && Addresses.isLoopback(a.getHost())
          && a.getHost().equals(b.getHost())
          && Objects.equals(a.getScheme(), b.getScheme())
          && Objects.equals(a.getPath(), b.getPath())
          && b.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
