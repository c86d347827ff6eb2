package org.yiwang.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.ModelAndView;

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

  /** The reader has gone away, or a page's live counts have run their time: nobody to tell. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
  ModelAndView leave() {
    return new ModelAndView();
  }

  @ExceptionHandler
  Object answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      LOG.debug("{} {} broke off", request.getMethod(), request.getRequestURI(), thrown);
      return leave();
    }
    Fault fault = Faults.of(thrown);
    if (fault.http() >= 500) {
      log(request, thrown);
    }
    return answers.answer(request, fault);
  }

  /** A refusal is foreseen: where it was thrown tells nobody anything. */
  private static void log(HttpServletRequest request, Exception thrown) {
    if (thrown instanceof RefusedException refused) {
      String code = refused.refusals().getFirst().code();
      LOG.warn("{} {} refused: {}", request.getMethod(), request.getRequestURI(), code);
    } else {
      LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
    }
  }
}
