package org.yiwang.file;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.notice.Notice;
import org.yiwang.notice.NoticePlace;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.party.Mandate;
import org.yiwang.party.Mandates;
import org.yiwang.party.Parties;

/** Whom somebody asks for a mandate answers among their mandates; of a file is read in the file. */
@Component
class FileNoticePlace implements NoticePlace {
  private static final String MANDATE = "mandate:";
  private static final String PARTY = "party:";

  private final Mandates mandates;
  private final Parties parties;

  FileNoticePlace(Mandates mandates, Parties parties) {
    this.mandates = mandates;
    this.parties = parties;
  }

  @Override
  public Optional<Link> find(Notice of, Viewer reader, Page page) {
    String subject = of.subject();
    if (subject.startsWith(MANDATE)) {
      return mandates
          .find(UUID.fromString(subject.substring(MANDATE.length())), reader)
          .map(found -> mandate(found, reader, page));
    }
    return subject.startsWith(PARTY)
        ? Optional.of(Link.of(page.t("看档案", "See the file"), "/file"))
        : Optional.empty();
  }

  private Link mandate(Mandate of, Viewer reader, Page page) {
    boolean agent =
        parties.findOfAccount(reader.requireSignedIn()).filter(of.agent().id()::equals).isPresent();
    boolean waits = of.state() == Mandate.State.ASKED && !agent;
    return Link.of(
        waits ? page.t("去同意或不同意", "Say yes or no") : page.t("看代办授权", "See the mandates"),
        "/mandates");
  }
}
