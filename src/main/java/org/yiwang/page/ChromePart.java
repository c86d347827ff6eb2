package org.yiwang.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells the header who is signed in (登录人); one bean, from the module that knows accounts. */
public interface ChromePart {
  /** Empty for an anonymous visitor. */
  Optional<SignedIn> signedIn(HttpServletRequest request);

  /** Where to sign in, with a way back to the present page. */
  String signInHref(HttpServletRequest request);
}
