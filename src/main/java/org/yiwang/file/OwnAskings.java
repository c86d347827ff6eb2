package org.yiwang.file;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Cases;
import org.yiwang.casework.OwnCases;
import org.yiwang.casework.OwnLine;
import org.yiwang.casework.OwnLine.Whose;
import org.yiwang.casework.OwnLineTeller;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;
import org.yiwang.party.Mandate;
import org.yiwang.party.Mandates;
import org.yiwang.party.Parties;

/** What somebody asked about their file, and who asks to act for them (本人档案的事). */
@Component
class OwnAskings implements OwnLineTeller {
  private final Cases cases;
  private final OwnCases own;
  private final Mandates mandates;
  private final Parties parties;

  OwnAskings(Cases cases, OwnCases own, Mandates mandates, Parties parties) {
    this.cases = cases;
    this.own = own;
    this.mandates = mandates;
    this.parties = parties;
  }

  @Override
  public List<OwnLine> listOwn(Page page, Viewer signedIn) {
    Stream<OwnLine> asked =
        cases.listReportedBy(signedIn.requireSignedIn()).stream()
            .filter(OpenFileCase::opened)
            .map(of -> own.line(page, of, FileCasePage.href(of.number())));
    return Stream.concat(toAnswer(page, signedIn), asked).toList();
  }

  /**
   * Nothing may be done in somebody's name before they said yes: so they are asked first of all.
   */
  private Stream<OwnLine> toAnswer(Page page, Viewer signedIn) {
    UUID self = parties.findOfAccount(signedIn.requireSignedIn()).orElse(null);
    if (self == null) { // whom nobody can have asked: a look at the first page makes no file
      return Stream.of();
    }
    return mandates.list(signedIn).stream()
        .filter(one -> one.state() == Mandate.State.ASKED && !one.agent().id().equals(self))
        .map(one -> line(page, one, one.principal().id().equals(self)));
  }

  private static OwnLine line(Page page, Mandate asked, boolean self) {
    String agent = page.t(asked.agent().name());
    String whom = page.t(asked.principal().name());
    return new OwnLine(
        self
            ? page.t(agent + "请求替您办事", agent + " asks to act for you")
            : page.t(agent + "请求替" + whom + "办事", agent + " asks to act for " + whom),
        "/mandates",
        page.t("等您同意或不同意", "Waiting for your yes or no"),
        says(page, asked.until()),
        Whose.YOURS,
        asked.since());
  }

  private static String says(Page page, @Nullable LocalDate until) {
    String last =
        until == null ? "" : page.t("最后一天是 " + until + "。", " Its last day is " + until + ".");
    return page.t("您同意以前，什么也不能替您办。", "Until you say yes, nothing can be done in your name.") + last;
  }
}
