package org.yiwang.story;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yiwang.pack.Text;
import org.yiwang.story.Person.Answer;

/** An officer compares an upload with the original and keeps it in the holder's wallet. */
final class StoryComparing {
  private static final Text OFFERED =
      Text.of("已与原件核对，存入证照：", "Checked against the original, keep: ");
  private static final Pattern LINK =
      Pattern.compile("<a [^>]*href=\"(/cases/[^\"]+/keep)\"[^>]*>(.*?)</a>", Pattern.DOTALL);

  private final StoryProgram program;
  private final Mismatches mismatches;

  StoryComparing(StoryProgram program, Mismatches mismatches) {
    this.program = program;
    this.mismatches = mismatches;
  }

  /** By the link of the case page that names the paper, and the officer's word for the original. */
  Answer keep(Deed deed, StoryCase on) {
    Person officer = program.person(deed.who());
    Answer page = officer.page("/cases/" + on.number());
    String words = program.words(OFFERED).strip() + deed.compares();
    Optional<String> offered =
        LINK.matcher(page.body())
            .results()
            .filter(link -> said(link).equals(words.replace(" ", "")))
            .map(link -> link.group(1))
            .findFirst();
    if (offered.isEmpty()) {
      mismatches.add(deed, "to be compared with the original", page.words());
      return page;
    }
    return officer.form(offered.get(), Map.of("seen", "yes"));
  }

  private static String said(MatchResult link) {
    return link.group(2).replaceAll("<[^>]*>|\\s", "");
  }
}
