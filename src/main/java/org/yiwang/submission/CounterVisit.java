package org.yiwang.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;
import org.yiwang.party.PartyName;

/**
 * Somebody stands at the counter and an officer fills in for them (窗口接待): for one matter or bundle,
 * with their consent, once; or goes on with what was sent before, in their name (窗口续办).
 *
 * @param officer account of whoever takes it in
 * @param unit of the officer; null for none
 * @param purpose what they came for, in the officer's words; they read it too
 * @param consent null until they have agreed
 * @param submission what was sent
 * @param serves the application that was sent before, about which they come; null for something new
 * @param number of the case of it by which they were found; null for something new
 */
record CounterVisit(
    UUID id,
    String officer,
    @Nullable String unit,
    UUID party,
    String purpose,
    Instant came,
    @Nullable Consent consent,
    @Nullable UUID submission,
    @Nullable UUID serves,
    @Nullable String number,
    @Nullable Instant ended) {
  static final String PREFIX = "visit:";

  /**
   * About what they come that was sent before.
   *
   * @param number of one of its cases, as typed
   */
  record About(UUID submission, String number) {}

  /**
   * What they agreed to (本人同意).
   *
   * @param words as they were read or heard
   */
  record Consent(
      Target target, List<String> matters, Shown shown, Way way, Text words, Instant at) {}

  /** How they showed who they are (身份核验). */
  enum Shown {
    IDENTITY_CARD(PartyName.Kind.PERSON, Text.of("居民身份证原件", "Identity card, the original")),
    OTHER_CARD(
        PartyName.Kind.PERSON,
        Text.of("其他带照片的有效证件原件", "Another valid paper with a photo, the original")),
    REPRESENTATIVE(
        PartyName.Kind.FIRM,
        Text.of("法定代表人本人，身份证和执照原件", "The legal representative, with identity card and licence")),
    ENVOY(
        PartyName.Kind.FIRM,
        Text.of("经办人，身份证和盖章的委托书", "Somebody sent, with identity card and a sealed letter"));

    private final PartyName.Kind of;
    private final Text words;

    Shown(PartyName.Kind of, Text words) {
      this.of = of;
      this.words = words;
    }

    boolean fits(PartyName.Kind kind) {
      return of == kind;
    }

    Text words() {
      return words;
    }
  }

  /** How they agreed (同意方式). */
  enum Way {
    SIGNED(Text.of("在纸质同意书上签字，原件存窗口", "Signed on paper, which the counter keeps")),
    TICKED(Text.of("看过屏幕后本人点选", "Read the screen and ticked it themselves"));

    private final Text words;

    Way(Text words) {
      this.words = words;
    }

    Text words() {
      return words;
    }
  }

  String subject() {
    return PREFIX + id;
  }

  String href() {
    return "/window/" + id;
  }

  boolean open() {
    return ended == null;
  }
}
