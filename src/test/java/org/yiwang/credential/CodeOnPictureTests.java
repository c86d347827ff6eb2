package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.page.Darkroom;
import org.yiwang.page.QrCode;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** A code is found on any picture that people send, and a picture that is a trap costs little. */
class CodeOnPictureTests {
  private static final String LETTERS = "https://issuer.example/verify/ABCD2345ABCD2345ABCD";

  @Test
  void aSmallFileThatClaimsFortyMillionPixelsIsNotLookedAtWhole() throws IOException {
    byte[] trap = png(new BufferedImage(6300, 6300, BufferedImage.TYPE_BYTE_BINARY));
    assertThat(trap).hasSizeLessThan(20_000);
    QrPicture picture = new QrPicture(trap);
    assertThat(picture.read()).isEmpty();
    assertThat(picture.lookedAt()).isBetween(1_000_000L, QrPicture.MOST_AT_ONCE);
  }

  @Test
  void whatIsLargerIsNotOpened() throws IOException {
    QrPicture picture =
        new QrPicture(png(new BufferedImage(6400, 6300, BufferedImage.TYPE_BYTE_BINARY)));
    assertThat(picture.read()).isEmpty();
    assertThat(picture.lookedAt()).isZero();
  }

  /** Screenshots, photos of twelve million pixels, pages scanned with 300 dots to the inch. */
  @ParameterizedTest
  @CsvSource({"50,400,300,3", "50,4000,3000,8", "600,1400,1000,6", "1900,4000,3000,8"})
  @CsvSource({"1900,2480,3508,5", "1900,4000,3000,4", "2700,2480,3508,5", "50,6300,6300,12"})
  void aCodeIsFoundOnWhatPeopleSend(int letters, int width, int height, int module)
      throws IOException {
    String code = LETTERS.repeat(1 + letters / LETTERS.length());
    QrPicture picture = new QrPicture(png(page(code, width, height, module)));
    assertThat(picture.read()).contains(code);
    assertThat(picture.lookedAt()).isLessThanOrEqualTo(QrPicture.MOST_LOOKED_AT);
  }

  /**
   * A printed page held before a telephone: turned a little, seen from the side, out of focus, with
   * a shadow over half of it and grain; as JPEG, as cameras write it.
   */
  @ParameterizedTest
  @CsvSource({
    "50,1600,1200,9,4",
    "50,4000,3000,20,-7",
    "600,3000,4000,12,3",
    "1900,4000,3000,9,-2"
  })
  void aCodeIsReadOffAPhotograph(int letters, int width, int height, int module, int turned)
      throws IOException {
    String code = LETTERS.repeat(1 + letters / LETTERS.length());
    byte[] photo = PhotographedCode.of(code, width, height, module, turned);
    QrPicture picture = new QrPicture(photo);
    assertThat(picture.read()).contains(code);
    assertThat(picture.lookedAt()).isLessThanOrEqualTo(QrPicture.MOST_LOOKED_AT);
  }

  @Test
  void whenAsManyAreReadAsMayBeTheNextIsAskedToComeAgain()
      throws IOException, InterruptedException {
    Darkroom darkroom = new Darkroom(1, 1, Duration.ofHours(1));
    ReadCode code = new ReadCode(darkroom);
    byte[] small = png(page(LETTERS, 400, 300, 3));
    CountDownLatch end = fill(darkroom, 1);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> code.read(small))
        .satisfies(
            refused -> {
              Refusal told = refused.refusals().getFirst();
              assertThat(told.code()).isEqualTo("pictures-busy");
              assertThat(told.kind().http()).isEqualTo(503);
            });
    end.countDown();
  }

  /**
   * Fills it until nobody else may wait; opens again when the latch does.
   *
   * @param atOnce how many it opens at the same time: they have begun before others begin to wait
   */
  static CountDownLatch fill(Darkroom darkroom, int atOnce) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(atOnce);
    for (int i = 0; i < atOnce; i++) {
      darkroom.begin(() -> blocked(begun, end));
    }
    begun.await();
    try {
      while (end.getCount() == 1) {
        darkroom.begin(() -> blocked(begun, end));
      }
      throw new AssertionError("never full");
    } catch (RejectedExecutionException full) {
      return end;
    }
  }

  private static String blocked(CountDownLatch begun, CountDownLatch end)
      throws InterruptedException {
    begun.countDown();
    end.await();
    return "";
  }

  /** A light page with a code in its lower right, as on a printed credential. */
  private static BufferedImage page(String letters, int width, int height, int module) {
    var matrix = QrCode.matrix(letters);
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = page.createGraphics();
    pen.setColor(new Color(240, 240, 236));
    pen.fillRect(0, 0, width, height);
    pen.translate(
        width - matrix.getWidth() * module - module, height - matrix.getHeight() * module - module);
    pen.setColor(Color.DARK_GRAY);
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y)) {
          pen.fillRect(x * module, y * module, module, module);
        }
      }
    }
    pen.dispose();
    return page;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
