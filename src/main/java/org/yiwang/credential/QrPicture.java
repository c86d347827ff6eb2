package org.yiwang.credential;

import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.awt.Color;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.page.PictureFile;

/**
 * The code on a picture (二维码图片): a photo or a screenshot, PNG or JPEG. Of a large one only every
 * n-th pixel is looked at; then the place where a code was seen is looked at closely.
 */
final class QrPicture {
  /** Tried one after the other: a code is not seen at every size. */
  private static final List<Double> SIZES = List.of(1.0, 0.75, 0.5, 1.5, 0.35, 2.0);

  /** Of a picture that was not kept whole, what is not seen at these is not seen at the others. */
  private static final List<Double> SIZES_OF_LARGE = List.of(1.0, 0.5);

  private static final List<Double> SIZES_CLOSE = List.of(1.0, 0.5, 1.5, 2.0);

  /** More is not opened at all. */
  private static final long MOST_PIXELS = 40_000_000;

  /** At one size. */
  static final long MOST_AT_ONCE = 4_000_000;

  /** At all sizes together: about two seconds of a slow processor. */
  static final long MOST_LOOKED_AT = 12_000_000;

  private static final Map<DecodeHintType, Object> HARDER = Map.of(DecodeHintType.TRY_HARDER, true);

  private final byte[] file;
  private long lookedAt;
  private @Nullable Rectangle2D place;

  QrPicture(byte[] file) {
    this.file = file;
  }

  static boolean looksLike(byte[] file) {
    boolean png = file.length > 4 && file[0] == (byte) 0x89 && file[1] == 'P' && file[2] == 'N';
    boolean jpeg = file.length > 4 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8;
    return png || jpeg;
  }

  /** The letters of the code; empty if none can be seen. */
  static Optional<String> read(byte[] file) {
    return new QrPicture(file).read();
  }

  Optional<String> read() {
    try {
      Rectangle whole = whole();
      if (whole == null) {
        return Optional.empty();
      }
      boolean large = step(whole) > 1;
      Optional<String> letters = seen(whole, large ? SIZES_OF_LARGE : SIZES);
      return letters.isPresent() || place == null
          ? letters
          : seen(around(place, whole), SIZES_CLOSE);
    } catch (IOException | RuntimeException e) {
      // Whatever a broken picture does to its reader, there is no code on it.
      return Optional.empty();
    }
  }

  /** How many pixels were looked at, at all sizes together. */
  long lookedAt() {
    return lookedAt;
  }

  private @Nullable Rectangle whole() throws IOException {
    try (PictureFile picture = PictureFile.open(file)) {
      return picture.holdsAtMost(MOST_PIXELS)
          ? new Rectangle(picture.width(), picture.height())
          : null;
    }
  }

  /** Every how many pixels one is looked at. */
  private static int step(Rectangle part) {
    return (int) Math.ceil(Math.sqrt((double) part.width * part.height / MOST_AT_ONCE));
  }

  private Optional<String> seen(Rectangle part, List<Double> sizes) throws IOException {
    int step = step(part);
    BufferedImage picture;
    try (PictureFile opened = PictureFile.open(file)) {
      picture = opened.every(step, part);
    }
    return sizes.stream()
        .map(size -> seen(picture, size, step))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> seen(BufferedImage picture, double size, int step) {
    int width = (int) (picture.getWidth() * size);
    int height = (int) (picture.getHeight() * size);
    long pixels = (long) width * height;
    if (pixels < 1
        || pixels > MOST_AT_ONCE
        || lookedAt + pixels > MOST_LOOKED_AT
        || Thread.currentThread().isInterrupted()) {
      return Optional.empty();
    }
    lookedAt += pixels;
    try {
      DetectorResult found = new Detector(dark(picture, width, height)).detect(HARDER);
      place = box(found.getPoints(), step / size);
      return Optional.of(new Decoder().decode(found.getBits(), HARDER).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  private static BitMatrix dark(BufferedImage picture, int width, int height)
      throws ReaderException {
    BufferedImage sized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var drawing = sized.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, width, height);
    boolean same = width == picture.getWidth() && height == picture.getHeight();
    Image scaled = same ? picture : picture.getScaledInstance(width, height, Image.SCALE_SMOOTH);
    drawing.drawImage(scaled, 0, 0, null);
    drawing.dispose();
    int[] pixels = sized.getRGB(0, 0, width, height, null, 0, width);
    return new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)).getBlackMatrix();
  }

  /** Around the middles of the three squares in a code's corners, in pixels of the file. */
  private static Rectangle2D box(ResultPoint[] corners, double scale) {
    ResultPoint turn = corners[1];
    double x = corners[0].getX() + corners[2].getX() - turn.getX();
    double y = corners[0].getY() + corners[2].getY() - turn.getY();
    Rectangle2D box = new Rectangle2D.Double(turn.getX() * scale, turn.getY() * scale, 0, 0);
    box.add(corners[0].getX() * scale, corners[0].getY() * scale);
    box.add(corners[2].getX() * scale, corners[2].getY() * scale);
    box.add(x * scale, y * scale);
    return box;
  }

  /** With some room: the corners' middles lie inside the code, and white belongs around it. */
  private static Rectangle around(Rectangle2D box, Rectangle whole) {
    Rectangle roomy = box.getBounds();
    roomy.grow(roomy.width / 4, roomy.height / 4);
    return roomy.intersection(whole);
  }
}
