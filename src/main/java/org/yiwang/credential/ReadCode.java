package org.yiwang.credential;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;
import org.yiwang.page.Darkroom;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Reads the code off a picture that anybody sent (识读二维码): few at once, or asks to come again, so
 * that whoever sends large ones stops no page.
 */
@Component
class ReadCode {
  private static final int MOST_WAITING = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Darkroom darkroom;

  ReadCode() {
    this(new Darkroom(Darkroom.halfOfTheProcessors(), MOST_WAITING, PATIENCE));
  }

  ReadCode(Darkroom darkroom) {
    this.darkroom = darkroom;
  }

  /**
   * The letters of the code; empty if none can be seen.
   *
   * @throws RefusedException UNAVAILABLE if too many are being read
   */
  Optional<String> read(byte[] picture) {
    return darkroom.develop(() -> QrPicture.read(picture), ReadCode::busy);
  }

  Darkroom darkroom() {
    return darkroom;
  }

  private static RefusedException busy() {
    return new RefusedException(
        new Refusal(
            Refusal.Kind.UNAVAILABLE,
            "pictures-busy",
            "file",
            Text.of(
                "现在查验照片的人很多，这张还没有看。",
                "Many photos are being checked just now; this one was not looked at."),
            Text.of(
                "请过一分钟再传一次，或粘贴二维码里的文字。",
                "Send it again in a minute, or paste the text of the code.")));
  }
}
