package org.yiwang.file;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.file.MandateForm.Kind;
import org.yiwang.file.MandateForm.Typed;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Mandate;
import org.yiwang.party.Mandates;

/** Who may act for whom (代办授权), for both sides and for the window. */
@Controller
class MandatePages {
  private static final Text TITLE = Text.of("代办授权", "Mandates");

  private final Mandates mandates;
  private final MandateForm form;
  private final Matters matters;
  private final OwnParties own;

  MandatePages(Mandates mandates, MandateForm form, Matters matters, OwnParties own) {
    this.mandates = mandates;
    this.form = form;
    this.matters = matters;
    this.own = own;
  }

  /**
   * One mandate as one of its sides sees it.
   *
   * @param principal whether the reader is on the side for which is acted
   * @param self whether it is the reader in person
   */
  record Line(Mandate of, boolean principal, boolean self, String matters, String until) {
    /** What waits for the reader's answer. */
    boolean waits() {
      return principal && of.state() == Mandate.State.ASKED;
    }
  }

  /** Everything on the page: what waits, what stands, what is over. */
  record MandatesView(List<Line> waiting, List<Line> standing, List<Line> over) {}

  @GetMapping("/mandates")
  ModelAndView list(Page page, Viewer viewer) {
    viewer.requireSignedIn();
    return page.view("file/mandates", TITLE, "view", view(page, viewer));
  }

  private MandatesView view(Page page, Viewer viewer) {
    UUID self = own.self(viewer);
    List<Line> all = mandates.list(viewer).stream().map(of -> line(page, self, of)).toList();
    List<Line> byLaw =
        mandates.listActingFor(viewer).stream()
            .filter(of -> of.id() == null)
            .map(of -> line(page, self, of))
            .toList();
    List<Line> standing =
        Stream.concat(
                byLaw.stream(), all.stream().filter(line -> !line.waits() && line.of().open()))
            .toList();
    return new MandatesView(
        all.stream().filter(Line::waits).toList(),
        standing,
        all.stream().filter(line -> !line.of().open()).toList());
  }

  private Line line(Page page, UUID self, Mandate of) {
    String scope =
        of.matters().isEmpty()
            ? page.t("全部事项", "All matters")
            : of.matters().stream()
                .sorted()
                .map(id -> matters.findMatter(id).map(Matter::name).map(page::t).orElse(id))
                .collect(Collectors.joining(page.t("、", ", ")));
    String until = of.until() == null ? "" : of.until().toString();
    boolean principal = !of.agent().id().equals(self);
    return new Line(of, principal, of.principal().id().equals(self), scope, until);
  }

  @GetMapping("/mandates/{kind:give|ask|window}")
  ModelAndView begin(Page page, Viewer viewer, @PathVariable String kind) {
    Kind what = Kind.of(kind);
    what.admit(viewer);
    return draw(page, viewer, what, Typed.empty(), Refusals.none());
  }

  @PostMapping("/mandates/{kind:give|ask|window}")
  ModelAndView send(
      Page page, Viewer viewer, @PathVariable String kind, @ModelAttribute Typed typed) {
    Kind what = Kind.of(kind);
    what.admit(viewer);
    try {
      if (what == Kind.GIVE) {
        give(typed, viewer);
      } else {
        form.send(what, typed, viewer);
      }
      return page.redirect(what == Kind.WINDOW ? "/mandates/window?done=yes" : "/mandates");
    } catch (RefusedException refused) {
      return draw(page, viewer, what, typed, Refusals.of(refused));
    }
  }

  /** Naming an agent wrongly is counted: nobody is to be found by trying. */
  private void give(Typed typed, Viewer viewer) {
    form.count(typed);
    try {
      form.send(Kind.GIVE, typed, viewer);
      form.forget(typed, List.of());
    } catch (RefusedException refused) {
      form.forget(typed, refused.refusals());
      throw refused;
    }
  }

  private ModelAndView draw(Page page, Viewer viewer, Kind kind, Typed typed, Refusals errors) {
    MandateForm.Choices choices = form.choices(page, viewer, typed);
    return page.form(
        "file/mandate", kind.title(), errors, "kind", kind, "typed", typed, "choices", choices);
  }

  @PostMapping("/mandates/{id}/confirm")
  ModelAndView confirm(Page page, Viewer viewer, @PathVariable UUID id) {
    viewer.requireSignedIn();
    mandates.confirm(viewer, id);
    return page.redirect("/mandates");
  }

  @PostMapping("/mandates/{id}/revoke")
  ModelAndView revoke(Page page, Viewer viewer, @PathVariable UUID id) {
    viewer.requireSignedIn();
    mandates.revoke(viewer, id);
    return page.redirect("/mandates");
  }
}
