package org.yiwang.matter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.MissedWords.Missed;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Officers learn from the words that found nothing (未命中词处理): they read them, and say what became of
 * each, whereupon it leaves the list. The journal keeps who said so.
 */
@Component
class SeeToWords {
  static final String KIND = "matter.words-seen-to";
  private static final String SUBJECT = "matters:missed-words";

  /** What became of words that found nothing. */
  enum What {
    /** A matter answers to them from now on; they come back if they still find nothing. */
    SYNONYM(Text.of("已加为同义词", "Added to a matter's words")),
    /** The district has no such matter; they do not come back. */
    NOT_OURS(Text.of("不是本区事项", "Not a matter of ours"));

    private final Text words;

    What(Text words) {
      this.words = words;
    }

    Text words() {
      return words;
    }

    /** In a form. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<What> of(String word) {
      return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }

  private final MissedWords missed;
  private final Journal journal;

  SeeToWords(MissedWords missed, Journal journal) {
    this.missed = missed;
    this.journal = journal;
  }

  /** Whether somebody may read what was missed, and see to it: as with the board's figures. */
  static boolean open(Viewer viewer) {
    return viewer.may(Permission.SEE_BOARD);
  }

  List<Missed> list(Viewer viewer, int most) {
    viewer.require(Permission.SEE_BOARD);
    return missed.listMost(most);
  }

  /**
   * Takes words off the list. Words that somebody else has seen to meanwhile are left as they are.
   *
   * @throws RefusedException INVALID if it is not said what became of them
   */
  @Transactional
  void see(Viewer viewer, String words, String what) {
    viewer.require(Permission.SEE_BOARD);
    What became = What.of(what).orElseThrow(SeeToWords::unsaid);
    Optional<Missed> unseen = missed.findUnseen(words);
    if (unseen.isEmpty()) {
      return;
    }
    if (became == What.NOT_OURS) {
      missed.setApart(words);
    } else {
      missed.saw(words);
    }
    Actor who = new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
    journal.append(
        new NewEntry(
            who,
            KIND,
            SUBJECT,
            Map.of("words", words, "what", became.word(), "times", unseen.get().times())));
  }

  private static RefusedException unsaid() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.INVALID,
            "words-what-missing",
            Text.of("没有说明这个词怎么处理。", "It is not said what became of these words."),
            Text.of("请选词后面的一个按钮。", "Press one of the buttons beside the words.")));
  }
}
