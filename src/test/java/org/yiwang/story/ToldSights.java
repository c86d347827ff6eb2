package org.yiwang.story;

import java.util.List;
import org.yiwang.identity.Accounts;
import org.yiwang.notice.Notice;
import org.yiwang.notice.Notices;
import org.yiwang.party.Parties;

/** Compares what a story expects people to be told with the messages they got. */
final class ToldSights {
  private final StoryProgram program;
  private final Mismatches mismatches;

  ToldSights(StoryProgram program, Mismatches mismatches) {
    this.program = program;
    this.mismatches = mismatches;
  }

  void check(Sight sight, StoryCase of) {
    if (sight.told().isEmpty()) {
      return;
    }
    List<String> ofCase = said(sight, "case:" + of.number());
    List<String> ofFile = said(sight, ownFile(sight));
    if (!ends(ofCase, sight.told())
        && !ends(said(sight, wider(of)), sight.told())
        && !ends(ofFile, sight.told())) {
      mismatches.add(sight, "told " + sight.told(), "told " + ofCase + " and " + ofFile);
    }
  }

  /** The application or the promise that the case belongs to. */
  private static String wider(StoryCase of) {
    String page = String.valueOf(of.application());
    return (of.promise() ? "promise:" : "submission:") + page.replaceAll(".*/", "");
  }

  /** What is said about relations on the person's own file. */
  private String ownFile(Sight sight) {
    return program
        .get(Accounts.class)
        .findByLogin(sight.who())
        .map(of -> program.get(Parties.class).ofAccount(of.id().toString(), of.name().zh()))
        .map(party -> "party:" + party)
        .orElse("");
  }

  private List<String> said(Sight sight, String about) {
    return program.get(Notices.class).listAbout(about).stream()
        .filter(notice -> isTo(notice, sight.who()))
        .map(this::words)
        .toList();
  }

  private String words(Notice notice) {
    return program.words(notice.title())
        + " / "
        + (program.languages().contains("zh") ? notice.words().zh() + " / " : "")
        + notice.words().en();
  }

  private static boolean ends(List<String> said, List<String> told) {
    boolean fits = said.size() >= told.size();
    for (int i = 0; fits && i < told.size(); i++) {
      fits = said.get(said.size() - told.size() + i).contains(told.get(i));
    }
    return fits;
  }

  private boolean isTo(Notice notice, String who) {
    String account = notice.to().account();
    return who.equals(StoryLinks.VISITOR)
        ? account == null
        : program
            .get(Accounts.class)
            .findByLogin(who)
            .filter(found -> found.id().toString().equals(account))
            .isPresent();
  }
}
