package org.yiwang.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;

/** The first page while no module brings one of its own. */
@Controller
class HomePages {

  @GetMapping("/")
  ModelAndView home(Page page) {
    return page.view("page/home", Text.of("首页", "Home"));
  }
}
