package org.yiwang.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
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
    Fault fault =
        thrown instanceof RefusedException refused
            ? Fault.of(refused)
            : Fault.of(number instanceof Integer given ? given : 404);
    return answers.answer(request, fault);
  }
}
