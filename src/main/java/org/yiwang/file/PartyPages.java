package org.yiwang.file;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.party.FileAsk;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * Files as officers see them (调阅档案). Whether a file opens, and the trace of it, is decided by
 * {@link Parties#readFile} alone; these pages only draw.
 */
@Controller
class PartyPages {
  private static final Text SEARCH = Text.of("调阅档案", "Open a file");
  private static final Text FILE = Text.of("档案", "File");
  private static final String NEEDS_REASON = "file-needs-reason";
  private static final String NEEDS_CASE = "file-needs-case";

  private final Parties parties;
  private final FactWords words;

  PartyPages(Parties parties, FactWords words) {
    this.parties = parties;
    this.words = words;
  }

  /** One party that a number leads to, its name masked. */
  record Hit(UUID id, String name, PartyName.Kind kind) {}

  @GetMapping("/parties")
  ModelAndView search(Page page, Viewer viewer) {
    viewer.require(Permission.READ_FILES);
    return search(page, viewer, new Found("", List.of()), Refusals.none());
  }

  /** By POST, so that no number stands in an address. */
  @PostMapping("/parties")
  ModelAndView found(Page page, Viewer viewer, @RequestParam(defaultValue = "") String number) {
    viewer.require(Permission.READ_FILES);
    List<Hit> hits = parties.findByIdentifier(number).stream().map(id -> hit(page, id)).toList();
    if (hits.isEmpty()) {
      Refusals errors = new Refusals(List.of(FileRefusals.numberUnknown()));
      return search(page, viewer, new Found(number, hits), errors);
    }
    return hits.size() == 1
        ? page.redirect("/parties/" + hits.getFirst().id())
        : search(page, viewer, new Found(number, hits), Refusals.none());
  }

  /** What was typed and what it led to. */
  private record Found(String number, List<Hit> hits) {}

  private static ModelAndView search(Page page, Viewer viewer, Found found, Refusals errors) {
    boolean confirms = viewer.may(Permission.CONFIRM_MANDATES);
    return page.form(
        "file/search",
        SEARCH,
        errors,
        "number",
        found.number(),
        "hits",
        found.hits(),
        "confirms",
        confirms);
  }

  private Hit hit(Page page, UUID id) {
    PartyName of = parties.nameOf(id);
    return new Hit(id, page.t(of.masked()), of.kind());
  }

  /** What an officer sends along. */
  record Typed(@Nullable String why, @Nullable String full, @Nullable String number) {
    FileAsk ask(UUID party) {
      return new FileAsk(party, why, all(), number == null || number.isEmpty() ? null : number);
    }

    String of() {
      return Objects.requireNonNullElse(number, "");
    }

    String reason() {
      return Objects.requireNonNullElse(why, "");
    }

    boolean all() {
      return "yes".equals(full);
    }
  }

  /** The file as an officer sees it. */
  record PartyView(
      PartyName of,
      List<FactWords.Line> lines,
      List<FactWords.Tie> ties,
      String reason,
      String number,
      boolean full,
      boolean unmaskable) {}

  @GetMapping("/parties/{party}")
  ModelAndView open(
      Page page,
      Viewer viewer,
      @PathVariable UUID party,
      @RequestParam Optional<String> full,
      @RequestParam(name = "case") Optional<String> number) {
    return open(page, viewer, party, new Typed(null, full.orElse(null), number.orElse(null)));
  }

  @PostMapping("/parties/{party}")
  ModelAndView justified(
      Page page, Viewer viewer, @PathVariable UUID party, @ModelAttribute Typed typed) {
    return open(page, viewer, party, new Typed(typed.reason(), typed.full(), typed.number()));
  }

  private ModelAndView open(Page page, Viewer viewer, UUID party, Typed typed) {
    try {
      Parties.Contents of = parties.readFile(viewer, typed.ask(party));
      boolean unmaskable = viewer.may(Permission.UNMASK) && words.masks(of.facts());
      var view =
          new PartyView(
              of.of(),
              words.lines(page, of.facts(), typed.all()),
              words.tiesOfOneSide(page, of),
              typed.reason(),
              typed.of(),
              typed.all(),
              unmaskable);
      return page.view("file/party", FILE, "view", view);
    } catch (RefusedException refused) {
      Refusal first = refused.refusals().getFirst();
      if (first.code().equals(NEEDS_CASE)) {
        return page.view(
            "file/whichCase",
            FILE,
            "hit",
            hit(page, party),
            "open",
            parties.listGrounds(viewer, party));
      }
      if (!first.code().equals(NEEDS_REASON)) {
        throw refused;
      }
      // Asking for a reason is no fault of whoever has only just come.
      Refusals errors = typed.why() == null ? Refusals.none() : Refusals.of(refused);
      return page.form("file/reason", FILE, errors, "hit", hit(page, party), "why", typed.reason());
    }
  }
}
