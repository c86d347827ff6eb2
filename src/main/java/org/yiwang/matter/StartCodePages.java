package org.yiwang.matter;

import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yiwang.matter.Form.Field;
import org.yiwang.page.Page;
import org.yiwang.page.QrCode;
import org.yiwang.page.SummaryRow;

/** The sheet of a code (码上注): to hang up, to scan, or to start from on this very screen. */
@Controller
class StartCodePages {
  private final Matters matters;
  private final Environment environment;

  StartCodePages(Matters matters, Environment environment) {
    this.matters = matters;
    this.environment = environment;
  }

  /**
   * What the sheet shows.
   *
   * @param begins name of the bundle or matter
   * @param filled what is filled in for whoever scans it
   */
  record Sheet(
      StartCode code, String begins, String startPage, QrCode qr, List<SummaryRow> filled) {}

  @GetMapping("/matters/codes/{id}")
  ModelAndView show(Page page, @PathVariable String id) {
    StartCode code = matters.findCode(id).orElseThrow(MatterPages::missing);
    Sheet sheet =
        new Sheet(
            code,
            page.t(matters.nameOf(code)),
            code.startPage(),
            QrCode.of(address() + code.href()),
            filled(page, code));
    return page.view("matter/code", code.name(), "sheet", sheet);
  }

  private List<SummaryRow> filled(Page page, StartCode code) {
    Map<String, String> answers = code.answers();
    return matters
        .questionsOf(code)
        .fields()
        .filter(field -> answers.containsKey(field.id()))
        .map(field -> SummaryRow.of(page.t(field.label()), words(page, field, answers)))
        .toList();
  }

  private static String words(Page page, Field field, Map<String, String> answers) {
    String answer = String.valueOf(answers.get(field.id()));
    if (field.kind() == Form.Kind.YES_NO) {
      return answer.equals("yes") ? page.t("是", "Yes") : page.t("否", "No");
    }
    String words =
        field.options().stream()
            .filter(option -> option.id().equals(answer))
            .map(option -> page.t(option.name()))
            .findFirst()
            .orElse(answer);
    return field.unit() == null ? words : words + " " + page.t(field.unit());
  }

  /** The site's own address: as it is set, or as this page was asked for. */
  private String address() {
    String given = environment.getProperty("yiwang.address", "").strip().replaceFirst("/+$", "");
    return given.isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
        : given;
  }
}
