package org.yiwang.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;

/** What every site says of itself: how accessible it is, who runs it, whose data it shows. */
@Controller
class AboutPages {

  @GetMapping("/accessibility")
  ModelAndView accessibility(Page page) {
    return page.view("page/accessibility", Text.of("无障碍声明", "Accessibility statement"));
  }

  @GetMapping("/about")
  ModelAndView about(Page page) {
    return page.view("page/about", Text.of("关于与数据来源", "About this site and its data"));
  }
}
