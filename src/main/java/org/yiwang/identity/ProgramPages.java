package org.yiwang.identity;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Administrators' page about programs that act here (接入应用). */
@Controller
class ProgramPages {
  private static final Text TITLE = Text.of("接入应用", "Programs");

  private final RegisterProgram register;
  private final ProgramClients clients;
  private final PostForms forms;

  ProgramPages(RegisterProgram register, ProgramClients clients, PostForms forms) {
    this.register = register;
    this.clients = clients;
    this.forms = forms;
  }

  @GetMapping("/admin/programs")
  ModelAndView list(Page page, Viewer viewer) {
    viewer.require(Permission.ADMINISTER);
    return draw(page, ProgramForm.empty(), Refusals.none(), "");
  }

  @PostMapping("/admin/programs")
  ModelAndView register(Page page, Viewer viewer, @ModelAttribute ProgramForm form) {
    viewer.require(Permission.ADMINISTER);
    try {
      return draw(page, ProgramForm.empty(), Refusals.none(), register.from(viewer, form));
    } catch (RefusedException refused) {
      return draw(page, form, Refusals.of(refused), "");
    }
  }

  @PostMapping("/admin/programs/{id}/enabled")
  ModelAndView enable(
      Page page, Viewer viewer, @PathVariable String id, @RequestParam("enabled") boolean enabled) {
    register.enable(viewer, id, enabled);
    return page.redirect("/admin/programs");
  }

  private ModelAndView draw(Page page, ProgramForm form, Refusals errors, String secret) {
    return page.view(
        errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "identity/programs",
        TITLE,
        "programs",
        clients.list(),
        "form",
        form,
        "choices",
        forms.choices(page),
        "errors",
        errors,
        "secret",
        secret);
  }
}
