package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.OwnCases;
import org.yiwang.casework.OwnLine;
import org.yiwang.casework.OwnLine.Whose;
import org.yiwang.casework.OwnLineTeller;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;
import org.yiwang.party.Parties;

/** The applications that somebody has going, for themselves and for others (我的办件). */
@Component
class OwnApplications implements OwnLineTeller {
  /** To draw one asks the database a dozen things, and the first page lists few. */
  private static final int MOST = 12;

  private final Parties parties;
  private final SubmissionStore store;
  private final Acting acting;
  private final PartCases.Maker partCases;
  private final OwnCases own;
  private final ApplicationView.Maker views;

  OwnApplications(
      Parties parties,
      SubmissionStore store,
      Acting acting,
      PartCases.Maker partCases,
      OwnCases own,
      ApplicationView.Maker views) {
    this.parties = parties;
    this.store = store;
    this.acting = acting;
    this.partCases = partCases;
    this.own = own;
    this.views = views;
  }

  @Override
  public List<OwnLine> listOwn(Page page, Viewer signedIn) {
    if (parties.findOfAccount(signedIn.requireSignedIn()).isEmpty()) {
      return List.of(); // who never applied: a look at the first page makes no file
    }
    return store.list(acting.parties(signedIn)).stream()
        .filter(this::going)
        .filter(sent -> acting.may(signedIn, sent))
        .limit(MOST)
        .map(sent -> line(page, views.make(page, sent)))
        .toList();
  }

  private boolean going(Submission sent) {
    PartCases parts = partCases.of(sent);
    return parts.cases().values().stream().anyMatch(of -> own.turn(of) != Whose.NOBODYS)
        || parts.all().stream()
            .anyMatch(part -> part.number() == null && !parts.never().contains(part.matter()));
  }

  private OwnLine line(Page page, ApplicationView view) {
    Whose turn = turn(view);
    String name = page.t(view.name());
    return new OwnLine(
        view.by() == null ? name : name + page.t("（" + view.by() + "）", " (" + view.by() + ")"),
        "/applications/" + view.sent().id(),
        view.state(),
        says(view, turn),
        turn,
        view.sent().submitted());
  }

  /** The most pressing of its matters; a paper that is to follow waits for the applicant too. */
  private Whose turn(ApplicationView view) {
    List<Whose> turns = new ArrayList<>(List.of(Whose.NOBODYS));
    if (view.tone() == Tone.SOON) {
      turns.add(Whose.YOURS);
    }
    view.lines().forEach(line -> turns.add(turn(line)));
    return turns.stream().min(Whose::compareTo).orElseThrow();
  }

  private Whose turn(ApplicationLine line) {
    if (line.of() == null) {
      return line.never() ? Whose.NOBODYS : Whose.OTHERS;
    }
    return own.turn(line.of());
  }

  /** What the matter says whose turn decided; the page of the application says it of each. */
  private @Nullable String says(ApplicationView view, Whose turn) {
    return !turn.readers()
        ? null
        : view.lines().stream()
            .filter(line -> turn(line) == turn)
            .map(ApplicationLine::says)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
