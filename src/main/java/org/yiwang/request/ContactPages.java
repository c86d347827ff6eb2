package org.yiwang.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.party.Contact;

/** How to be reached; may be left empty. */
@Controller
class ContactPages {
  private static final Text TITLE = Text.of("怎么联系您？", "How can we reach you?");

  /** What the form sends. */
  record Form(@Nullable String name, @Nullable String phone, @Nullable String mail) {}

  @GetMapping("/report/contact")
  ModelAndView ask(Page page, Drafting drafting, Viewer viewer) {
    Contact given = drafting.draft().given();
    return show(page, new Form(given.name(), given.phone(), given.mail()), viewer, Refusals.none());
  }

  @PostMapping("/report/contact")
  ModelAndView answer(Page page, Drafting drafting, Viewer viewer, @ModelAttribute Form form) {
    List<Refusal> refusals = new ArrayList<>();
    Contact contact =
        RequestCheck.contact(new Contact(form.name(), form.phone(), form.mail()), refusals);
    if (!refusals.isEmpty()) {
      return show(page, form, viewer, new Refusals(refusals));
    }
    Draft draft = drafting.draft().with(contact);
    drafting.save(draft);
    return page.redirect(draft.next());
  }

  private static ModelAndView show(Page page, Form form, Viewer viewer, Refusals errors) {
    return page.form("request/contact", TITLE, errors, "form", form, "viewer", viewer);
  }
}
