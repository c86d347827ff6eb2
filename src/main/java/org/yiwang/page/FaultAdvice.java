package org.yiwang.page;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Catches what controllers throw. */
@ControllerAdvice
class FaultAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(FaultAdvice.class);
  private final FaultAnswers answers;

  FaultAdvice(FaultAnswers answers) {
    this.answers = answers;
  }

  /** Left to the security filters, which know whether to ask for a sign-in. */
  @ExceptionHandler
  void leave(AccessDeniedException denied) {
    throw denied;
  }

  @ExceptionHandler
  void leave(AuthenticationException unknown) {
    throw unknown;
  }

  /** The reader has gone away from a stream: there is nobody to answer, and nothing is wrong. */
  @ExceptionHandler
  void leave(AsyncRequestNotUsableException gone) {
    LOG.debug("A reader went away", gone);
  }

  @ExceptionHandler
  Object answer(Exception thrown, HttpServletRequest request) {
    Fault fault = Faults.of(thrown);
    if (fault.http() >= 500) {
      LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
    }
    return answers.answer(request, fault);
  }
}
