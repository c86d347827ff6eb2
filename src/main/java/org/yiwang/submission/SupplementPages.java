package org.yiwang.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Part;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Both ends of a supplement (补正): the officer's list, and the applicant's few questions. */
@Controller
class SupplementPages {
  private static final Text ASK = Text.of("一次告知补正", "Ask for what is missing");
  private static final Text GIVE = Text.of("补正", "What is needed from you");

  private static final String OWN = "/applications/{id}/{number}/supplement";
  private static final String BY_CODE = "/follow/{id}/{number}/supplement";

  private final AskSupplement askSupplement;
  private final GiveSupplement giveSupplement;
  private final SupplementPapers papers;
  private final ReplaceFiles files;
  private final FieldView.Maker views;

  SupplementPages(
      AskSupplement askSupplement,
      GiveSupplement giveSupplement,
      SupplementPapers papers,
      ReplaceFiles files,
      FieldView.Maker views) {
    this.views = views;
    this.askSupplement = askSupplement;
    this.giveSupplement = giveSupplement;
    this.papers = papers;
    this.files = files;
  }

  @GetMapping("/cases/{number}/supplement")
  ModelAndView list(Page page, Viewer viewer, @PathVariable String number) {
    viewer.require(Permission.SEE_CASES);
    return list(page, askSupplement.possible(number, viewer), key -> "", Refusals.none());
  }

  @PostMapping("/cases/{number}/supplement")
  ModelAndView ask(Page page, Viewer viewer, @PathVariable String number, Sent sent) {
    viewer.require(Permission.SEE_CASES);
    AskSupplement.Possible possible = askSupplement.possible(number, viewer);
    Function<String, String> reasons =
        key -> Objects.requireNonNullElse(sent.value("reason-" + key), "");
    try {
      askSupplement.ask(possible, sent.version(), reasons, viewer);
      return page.redirect("/cases/" + number + "?done=supplement");
    } catch (RefusedException refused) {
      return list(page, possible, reasons, Refusals.of(refused));
    }
  }

  private static ModelAndView list(
      Page page,
      AskSupplement.Possible possible,
      Function<String, String> reasons,
      Refusals errors) {
    return page.form(
        "submission/askSupplement", ASK, errors, "possible", possible, "reasons", reasons);
  }

  @GetMapping({OWN, BY_CODE})
  ModelAndView show(Page page, Hand hand, @PathVariable UUID id, @PathVariable String number) {
    GiveSupplement.Asked asked = giveSupplement.asked(id, number, hand);
    return show(page, asked, asked.sent().filled(), SupplementPapers.Chosen.NONE, Refusals.none());
  }

  @PostMapping({OWN, BY_CODE})
  ModelAndView give(Page page, Hand hand, SupplementAddress at, Sent sent) throws IOException {
    GiveSupplement.Asked asked = giveSupplement.asked(at.id(), at.number(), hand);
    var by = hand.uploads(asked.opened());
    Part part = new Part("supplement", GIVE, null, null, asked.fields());
    Answers before = asked.sent().filled().answers();
    Answers read = FormReading.read(part, before, sent.form());
    ReplaceFiles.Chosen replaced = files.read(asked.fields(), before, read, by, sent);
    Filled typed = asked.sent().filled().with(replaced.answers());
    SupplementPapers.Chosen chosen = papers.read(asked, by, sent);
    List<Refusal> refusals = new ArrayList<>(replaced.refusals());
    refusals.addAll(chosen.refusals());
    if (SupplementPapers.removes(sent) || replaced.redraws(sent) || !refusals.isEmpty()) {
      return show(page, asked, typed, chosen, new Refusals(refusals));
    }
    try {
      giveSupplement.give(asked, given(page, asked, replaced.answers(), chosen), hand);
      return page.redirect(asked.opened().href());
    } catch (RefusedException refused) {
      return show(page, asked, typed, chosen, Refusals.of(refused));
    }
  }

  private static GiveSupplement.Given given(
      Page page, GiveSupplement.Asked asked, Answers answers, SupplementPapers.Chosen chosen) {
    Answers before = asked.sent().filled().answers();
    return new GiveSupplement.Given(
        answers, chosen.ids(), ChangedAnswer.list(page, asked.fields(), before, answers));
  }

  /** Which case of which application, from the address. */
  record SupplementAddress(UUID id, String number) {}

  private ModelAndView show(
      Page page,
      GiveSupplement.Asked asked,
      Filled typed,
      SupplementPapers.Chosen chosen,
      Refusals errors) {
    Answers before = asked.sent().filled().answers();
    List<FieldView> fields =
        asked.fields().stream().map(it -> views.again(page, it, before, typed, true)).toList();
    return page.form(
        "submission/supplement",
        GIVE,
        errors,
        "asked",
        asked,
        "fields",
        fields,
        "chosen",
        chosen.papers());
  }
}
