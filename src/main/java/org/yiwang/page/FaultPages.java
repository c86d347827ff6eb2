package org.yiwang.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what never reached a controller: refused by security, by the container, by a filter. */
@Controller
class FaultPages implements ErrorController {
  private final FaultAnswers answers;

  FaultPages(FaultAnswers answers) {
    this.answers = answers;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  Object answer(HttpServletRequest request) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object number = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return answers.answer(request, of(thrown, number instanceof Integer given ? given : 404));
  }

  /** A filter asks the database too, for the session: 500 is what the container makes of it. */
  static Fault of(@Nullable Object thrown, int number) {
    if (thrown instanceof RefusedException refused) {
      return Fault.of(refused);
    }
    return number == 500 && thrown instanceof Throwable broken
        ? Faults.of(broken)
        : Fault.of(number);
  }
}
