package org.yiwang.credential;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.yiwang.page.QrCode;

/** A code as a telephone's camera sees it: not straight, not sharp, and in uneven light. */
final class PhotographedCode {
  private PhotographedCode() {}

  /**
   * A photograph, as JPEG.
   *
   * @param module width of the code's small squares, in pixels
   * @param turned by how many degrees
   */
  static byte[] of(String letters, int width, int height, int module, int turned)
      throws IOException {
    BufferedImage sharp = held(letters, width, height, module, turned);
    BufferedImage photo = blurred(sharp, Math.max(1, module / 5));
    lit(photo, new Random(turned));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(photo, "jpg", bytes);
    return bytes.toByteArray();
  }

  /** On white paper on a dark table, turned, and sheared as if seen from the side. */
  private static BufferedImage held(String letters, int width, int height, int module, int turned) {
    var matrix = QrCode.matrix(letters);
    int size = matrix.getWidth() * module;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(92, 74, 58));
    pen.fillRect(0, 0, width, height);
    AffineTransform hand = new AffineTransform();
    hand.translate(width / 2.0, height / 2.0);
    hand.rotate(Math.toRadians(turned));
    hand.shear(0.03, 0.02);
    hand.translate(-size / 2.0, -size / 2.0);
    pen.transform(hand);
    pen.setColor(new Color(238, 236, 228));
    pen.fillRect(-size / 4, -size / 4, size + size / 2, size + size / 2);
    pen.setColor(new Color(38, 36, 40));
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y)) {
          pen.fillRect(x * module, y * module, module, module);
        }
      }
    }
    pen.dispose();
    return picture;
  }

  /** The mean of what is around each dot: first along the rows, then along the columns. */
  private static BufferedImage blurred(BufferedImage sharp, int reach) {
    return swept(swept(sharp, reach, 1, 0), reach, 0, 1);
  }

  private static BufferedImage swept(BufferedImage from, int reach, int dx, int dy) {
    int width = from.getWidth();
    int height = from.getHeight();
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int step = -reach; step <= reach; step++) {
          int seen =
              from.getRGB(
                  Math.clamp((long) x + (long) dx * step, 0, width - 1),
                  Math.clamp((long) y + (long) dy * step, 0, height - 1));
          red += seen >> 16 & 0xff;
          green += seen >> 8 & 0xff;
          blue += seen & 0xff;
        }
        int count = 2 * reach + 1;
        to.setRGB(x, y, red / count << 16 | green / count << 8 | blue / count);
      }
    }
    return to;
  }

  /** A lamp at the upper left, the shadow of a hand over the lower right, and grain. */
  private static void lit(BufferedImage photo, Random grain) {
    int width = photo.getWidth();
    int height = photo.getHeight();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double away = (double) x / width * 0.35 + (double) y / height * 0.2;
        double shadow = x + y > (width + height) * 0.55 ? 0.62 : 1;
        double light = (1.1 - away) * shadow;
        int noise = grain.nextInt(15) - 7;
        int seen = photo.getRGB(x, y);
        int red = lit(seen >> 16, light, noise);
        int green = lit(seen >> 8, light, noise);
        int blue = lit(seen, light, noise);
        photo.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
  }

  private static int lit(int colour, double light, int noise) {
    return Math.clamp((long) ((colour & 0xff) * light) + noise, 0, 255);
  }
}
