package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.Bomb;
import org.yiwang.page.RefusedException;

/** An upload is believed in nothing. */
class PhotoTests {
  private final ReadPicture readPicture = new ReadPicture();

  private Picture read(byte[] upload) {
    return readPicture.read(new ByteArrayInputStream(upload));
  }

  @Test
  void placeOfTheCameraIsReadAndThenStripped() {
    Picture picture = read(Pictures.fromTelephone(60, 40, 1));
    assertThat(picture.lat()).isCloseTo(31.2844, within(0.000001));
    assertThat(picture.lon()).isCloseTo(121.5019, within(0.000001));
    CameraFacts left = CameraFacts.of(picture.jpeg());
    assertThat(left.lat()).isNull();
    assertThat(left.orientation()).isEqualTo(1);
    assertThat(new String(picture.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    assertThat(new String(picture.thumb(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  /** Where red, on the left of the sensor, is after turning the picture the way it was seen. */
  @ParameterizedTest
  @CsvSource({"1,60,40,left", "2,60,40,right", "3,60,40,right", "4,60,40,left"})
  @CsvSource({"5,40,60,top", "6,40,60,top", "7,40,60,bottom", "8,40,60,bottom"})
  void aPictureIsTurnedUpright(int orientation, int width, int height, String red)
      throws IOException {
    Picture picture = read(Pictures.fromTelephone(60, 40, orientation));
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
    boolean first = width > height ? isRed(seen, 5, 20) : isRed(seen, 20, 5);
    boolean last = width > height ? isRed(seen, 55, 20) : isRed(seen, 20, 55);
    assertThat(first).isEqualTo(red.equals("left") || red.equals("top"));
    assertThat(last).isEqualTo(red.equals("right") || red.equals("bottom"));
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    return color.getRed() > 128 && color.getBlue() < 128;
  }

  @Test
  void aLargePictureIsMadeSmallAndGetsAThumb() throws IOException {
    Picture picture = read(Pictures.jpeg(3000, 1000));
    assertThat(picture.width()).isLessThanOrEqualTo(2048);
    assertThat((double) picture.width() / picture.height()).isCloseTo(3, within(0.05));
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.thumb())).getWidth()).isEqualTo(480);
  }

  @Test
  void aPngBecomesAJpeg() {
    assertThat(read(Pictures.png(20, 20)).jpeg()).startsWith(0xFF, 0xD8);
  }

  @Test
  void aSmallFileThatClaimsHugeDimensionsIsRefused() {
    refused(Pictures.bomb(60_000, 60_000), "photo-unreadable");
    refused(Pictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE), "photo-unreadable");
    refused(Pictures.bomb(1, 2_000_000_000), "photo-unreadable");
  }

  @Test
  void aLineOfAHundredMillionPixelsIsRefused() {
    refused(Pictures.bomb(119_000_000, 1), "photo-unreadable");
    refused(Pictures.bomb(1, 119_000_000), "photo-unreadable");
  }

  /** Three megabytes of comment that unpack into three gigabytes. */
  @ParameterizedTest
  @ValueSource(strings = {"zTXt:Comment", "iTXt:Comment", "iCCP:icc"})
  void whatIsPackedBesideThePixelsStaysPacked(String where) {
    byte[] picture = Pictures.pngWith(where.substring(0, 4), where.substring(5), Bomb.zeros(3000));
    assertThat(picture).hasSizeLessThan((int) CasePhotos.LARGEST);
    assertThat(read(picture).width()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "%PDF"})
  void whatIsNoImageIsRefused(String words) {
    refused(words.getBytes(StandardCharsets.UTF_8), "photo-unreadable");
  }

  @Test
  void aPictureThatBreaksOffIsRefusedOrReadNeverAFault() {
    byte[] whole = Pictures.fromTelephone(200, 200, 1);
    for (int length = 2; length < whole.length; length += 37) {
      try {
        read(java.util.Arrays.copyOf(whole, length));
      } catch (RefusedException refused) {
        assertThat(refused.refusals().getFirst().code()).isEqualTo("photo-unreadable");
      }
    }
  }

  @Test
  void elevenMegabytesAreTooMany() {
    refused(new byte[11 * 1024 * 1024], "photo-too-large");
  }

  @Test
  void anEndlessUploadIsNotReadToItsEnd() {
    InputStream endless =
        new InputStream() {
          private long read;

          @Override
          public int read() {
            if (read++ > CasePhotos.LARGEST + 1) {
              throw new AssertionError("Read on after it was too large");
            }
            return 0xFF;
          }
        };
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> readPicture.read(endless));
  }

  /**
   * One is being opened and nobody may wait: the next is asked to come again. And no request's own
   * thread opens pictures, or a few of them would stop all pages.
   */
  @Test
  void picturesHaveThreadsOfTheirOwnAndMoreAreAskedToComeAgain() {
    ReadPicture narrow = new ReadPicture(1, 1);
    List<Boolean> own = new ArrayList<>();
    List<String> told = new ArrayList<>();
    InputStream upload =
        new InputStream() {
          @Override
          public int read() {
            own.add(Thread.currentThread().getName().startsWith("darkroom"));
            Thread waiting = Thread.ofPlatform().start(() -> refusedBy(narrow));
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
              Thread.onSpinWait();
            }
            told.add(refusedBy(narrow));
            return -1;
          }
        };
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> narrow.read(upload));
    assertThat(own).containsExactly(true);
    assertThat(told).containsExactly("photos-busy");
  }

  private static String refusedBy(ReadPicture readPicture) {
    try {
      return "read " + readPicture.read(new ByteArrayInputStream(new byte[0]));
    } catch (RefusedException refused) {
      return refused.refusals().getFirst().code();
    }
  }

  private void refused(byte[] upload, String code) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> read(upload))
        .satisfies(e -> assertThat(e.refusals().getFirst().code()).isEqualTo(code));
  }
}
