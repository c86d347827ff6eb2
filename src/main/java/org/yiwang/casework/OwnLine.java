package org.yiwang.casework;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.yiwang.page.Tone;

/**
 * One thing that somebody has going (本人的事), as their first page lists it, in their language.
 *
 * @param href its own page
 * @param state how it stands, as its own page says it
 * @param says what there is to do, or may still be done; null where there is nothing
 * @param turn whose turn it is
 * @param since when it began
 */
public record OwnLine(
    String name, String href, String state, @Nullable String says, Whose turn, Instant since) {

  /** Whose turn it is (轮到谁), the most pressing for the reader first. */
  public enum Whose {
    /** Something is needed from the reader, and by a day (等您处理). */
    YOURS,
    /** It is done, and the reader may still say something to it: object, rate (您还可以). */
    YOURS_IF_YOU_LIKE,
    /** Somebody else has it in hand (办理中). */
    OTHERS,
    /** Nothing more comes of it (已了结). */
    NOBODYS;

    /** Whether there is something for the reader to do, be it that they like. */
    public boolean readers() {
      return this == YOURS || this == YOURS_IF_YOU_LIKE;
    }

    /** The colour of its state. */
    public Tone tone() {
      return switch (this) {
        case YOURS -> Tone.SOON;
        case OTHERS -> Tone.RUN;
        case YOURS_IF_YOU_LIKE, NOBODYS -> Tone.PLAIN;
      };
    }
  }

  /** What waits for the reader first, then what is newest. */
  static final Comparator<OwnLine> PRESSING =
      Comparator.comparing(OwnLine::turn)
          .thenComparing(Comparator.comparing(OwnLine::since).reversed());

  boolean going() {
    return turn != Whose.NOBODYS;
  }
}
