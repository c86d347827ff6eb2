package org.yiwang.submission;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.page.Darkroom;
import org.yiwang.page.PictureFile;
import org.yiwang.page.RefusedException;

/**
 * Whether a file that begins like a picture is one to its end (图片核验): a small one can claim to be
 * huge, and one that breaks off shows an officer nothing. A PDF is left to whoever opens it: it is
 * handed out as a download only.
 */
@Component
class SoundPicture {
  /** More than any telephone makes. */
  private static final long MOST_PIXELS = 120_000_000L;

  /** Of what is unpacked only every n-th pixel is kept, so that a huge picture takes no memory. */
  private static final int STEP = 16;

  private static final Set<String> FORMATS = Set.of("jpeg", "jpg", "png");
  private static final int MOST_WAITING = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PNG = 0x89;
  private static final int JPEG = 0xff;

  private final Darkroom darkroom =
      new Darkroom(Darkroom.halfOfTheProcessors(), MOST_WAITING, PATIENCE);

  /**
   * @param at the question beside which a refusal is shown
   * @throws RefusedException INVALID, or UNAVAILABLE if too many are looked at already
   */
  void check(String at, byte[] file) {
    if (file.length == 0 || (file[0] & 0xff) != PNG && (file[0] & 0xff) != JPEG) {
      return; // no picture: what it is then, its first bytes say, see Papers
    }
    boolean sound = darkroom.develop(() -> isSound(file), FileRefusals::papersBusy);
    if (!sound) {
      throw new RefusedException(FileRefusals.paperBroken(at));
    }
  }

  private static boolean isSound(byte[] file) {
    try (PictureFile picture = PictureFile.open(file)) {
      if (!FORMATS.contains(picture.format()) || !picture.holdsAtMost(MOST_PIXELS)) {
        return false;
      }
      picture.every(STEP, null);
      return true;
    } catch (IOException | RuntimeException broken) {
      return false;
    }
  }
}
