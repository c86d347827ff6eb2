package org.yiwang.identity;

import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/** An anonymous visitor asked for something that needs an account (需要登录). */
public final class SignInNeededException extends AuthenticationException {
  @Serial private static final long serialVersionUID = 1L;

  SignInNeededException() {
    super("Sign in first");
  }
}
