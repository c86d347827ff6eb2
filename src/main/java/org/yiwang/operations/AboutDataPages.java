package org.yiwang.operations;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.casework.CaseFigures;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** Says how much of what is shown is invented (关于数据), for everybody. */
@Controller
class AboutDataPages {
  private final CaseFigures figures;

  AboutDataPages(CaseFigures figures) {
    this.figures = figures;
  }

  @GetMapping("/about/data")
  ModelAndView show(Page page) {
    return page.view(
        "operations/aboutData",
        Text.of("关于数据", "About the data"),
        "all",
        figures.countAll(),
        "invented",
        figures.countInvented());
  }
}
