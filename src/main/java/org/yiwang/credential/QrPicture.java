package org.yiwang.credential;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** The code on a picture (二维码图片): a photo or a screenshot, PNG or JPEG. */
final class QrPicture {
  /** Tried one after the other: a code is not seen at every size. */
  private static final List<Double> SIZES = List.of(1.0, 0.75, 0.5, 1.5, 0.35, 2.0);

  private static final long MOST_PIXELS = 40_000_000;
  private static final long MOST_ENLARGED = 30_000_000;

  private QrPicture() {}

  static boolean looksLike(byte[] file) {
    boolean png = file.length > 4 && file[0] == (byte) 0x89 && file[1] == 'P' && file[2] == 'N';
    boolean jpeg = file.length > 4 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8;
    return png || jpeg;
  }

  /** The letters of the code; empty if none can be seen. */
  static Optional<String> read(byte[] file) {
    try {
      BufferedImage picture = picture(file);
      return picture == null
          ? Optional.empty()
          : SIZES.stream().map(size -> seen(picture, size)).flatMap(Optional::stream).findFirst();
    } catch (IOException | RuntimeException e) {
      // Whatever a broken picture does to its reader, there is no code on it.
      return Optional.empty();
    }
  }

  /** Its size is asked before it is unpacked. */
  private static @Nullable BufferedImage picture(byte[] file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return pixels > MOST_PIXELS ? null : reader.read(0);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Optional<String> seen(BufferedImage picture, double size) {
    int width = (int) (picture.getWidth() * size);
    int height = (int) (picture.getHeight() * size);
    if (width < 1 || height < 1 || (size > 1 && (long) width * height > MOST_ENLARGED)) {
      return Optional.empty();
    }
    BufferedImage sized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var drawing = sized.createGraphics();
    drawing.setColor(java.awt.Color.WHITE);
    drawing.fillRect(0, 0, width, height);
    Image scaled =
        size == 1.0 ? picture : picture.getScaledInstance(width, height, Image.SCALE_SMOOTH);
    drawing.drawImage(scaled, 0, 0, null);
    drawing.dispose();
    int[] pixels = sized.getRGB(0, 0, width, height, null, 0, width);
    try {
      BinaryBitmap bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      return Optional.of(
          new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
