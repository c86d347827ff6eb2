package org.yiwang.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiwang.pack.Text;

/** Shows every component in its states; any mode, language and theme by the header's links (样式). */
@Controller
class StyleguidePages {

  @GetMapping("/styleguide")
  ModelAndView styleguide(Page page) {
    return page.view("page/styleguide", Text.of("组件", "Components"), "samples", new Samples(page));
  }

  /** One change of the sample counts, then silence for a minute. */
  @GetMapping("/styleguide/live")
  SseEmitter live() throws IOException {
    SseEmitter source = new SseEmitter(60_000L);
    source.send(Map.of("today", "1,205", "late", "4"));
    return source;
  }

  /** What the address of the sample search answers. */
  @GetMapping("/styleguide/suggestions")
  @ResponseBody
  List<Link> suggestions(Page page) {
    return List.of(
        new Link(page.t("东街", "East Street"), "/styleguide#forms", page.t("2 处", "2 places")),
        new Link(page.t("西街", "West Street"), "/styleguide#forms", page.t("1 处", "1 place")));
  }
}
