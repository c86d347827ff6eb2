package org.yiwang.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Writes a fault: a page in the reader's language, or problem+json for programs under /api. */
@Component
class FaultAnswers {
  private final PageMaker pages;

  FaultAnswers(PageMaker pages) {
    this.pages = pages;
  }

  /** Either a {@link ModelAndView} or a {@link ResponseEntity}; Spring takes both. */
  Object answer(HttpServletRequest request, Fault fault) {
    Page page = pages.make(request);
    return page.path().startsWith("/api/") ? problem(page, fault) : page(page, fault);
  }

  private static ResponseEntity<Problem> problem(Page page, Fault fault) {
    return ResponseEntity.status(fault.http())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, page.language().tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(Problem.of(fault, page.language(), page.requestId()));
  }

  private static ModelAndView page(Page page, Fault fault) {
    HttpStatus number = HttpStatus.resolve(fault.http());
    return page.view(
        number == null ? HttpStatus.INTERNAL_SERVER_ERROR : number,
        "page/fault",
        fault.title(),
        "fault",
        fault);
  }
}
