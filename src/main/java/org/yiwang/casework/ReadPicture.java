package org.yiwang.casework;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;
import org.yiwang.page.Darkroom;
import org.yiwang.page.Photo;
import org.yiwang.page.PictureFile;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Turns an upload into a checked picture, or refuses it with a sentence. */
@Component
class ReadPicture {
  private static final int LONG_SIDE = 2048;
  private static final int THUMB_SIDE = 480;

  /** More pixels than any telephone makes; a small file can claim far more (decompression bomb). */
  private static final long MOST_PIXELS = 120_000_000L;

  private static final Set<String> FORMATS = Set.of("jpeg", "jpg", "png", "gif", "bmp");

  /** Uploads that may wait for their turn; more are asked to come again. */
  private static final int MOST_WAITING = 24;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Darkroom darkroom;

  ReadPicture() {
    this(Darkroom.halfOfTheProcessors(), MOST_WAITING);
  }

  ReadPicture(int atOnce, int mostWaiting) {
    darkroom = new Darkroom(atOnce, mostWaiting, PATIENCE);
  }

  /** Whoever waits for a turn has read nothing yet: many at once fill no memory. */
  Picture read(InputStream upload) {
    return darkroom.develop(() -> developed(upload), ReadPicture::busy);
  }

  private static Picture developed(InputStream upload) {
    try {
      byte[] bytes = bytes(upload);
      CameraFacts facts = CameraFacts.of(bytes);
      BufferedImage upright = turned(decoded(bytes), facts.orientation());
      BufferedImage picture = fitted(upright, LONG_SIDE);
      return new Picture(
          jpeg(picture, 0.82f),
          jpeg(fitted(picture, THUMB_SIDE), 0.75f),
          picture.getWidth(),
          picture.getHeight(),
          facts.taken(),
          facts.lon(),
          facts.lat());
    } catch (IOException | RuntimeException broken) {
      throw broken instanceof RefusedException refused ? refused : unreadable();
    }
  }

  private static byte[] bytes(InputStream upload) {
    try {
      byte[] bytes = upload.readNBytes((int) CasePhotos.LARGEST + 1);
      if (bytes.length > CasePhotos.LARGEST) {
        throw refused(
            Refusal.Kind.TOO_LARGE,
            "photo-too-large",
            Text.of("这张照片超过 %d MB。", "This photo is larger than %d MB.")
                .with(Photo.MOST_MEGABYTES));
      }
      return bytes;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static BufferedImage decoded(byte[] bytes) throws IOException {
    try (PictureFile file = PictureFile.open(bytes)) {
      if (!FORMATS.contains(file.format()) || !file.holdsAtMost(MOST_PIXELS)) {
        throw unreadable();
      }
      int longer = Math.max(file.width(), file.height());
      return file.every(Math.max(1, longer / (LONG_SIDE * 2)), null);
    }
  }

  /** Draws the picture the way it was seen; orientation as in EXIF, 1 to 8. */
  private static BufferedImage turned(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean swapped = orientation >= 5;
    AffineTransform turn = new AffineTransform();
    switch (orientation) {
      case 2 -> turn.setTransform(-1, 0, 0, 1, width, 0);
      case 3 -> turn.setTransform(-1, 0, 0, -1, width, height);
      case 4 -> turn.setTransform(1, 0, 0, -1, 0, height);
      case 5 -> turn.setTransform(0, 1, 1, 0, 0, 0);
      case 6 -> turn.setTransform(0, 1, -1, 0, height, 0);
      case 7 -> turn.setTransform(0, -1, -1, 0, height, width);
      case 8 -> turn.setTransform(0, -1, 1, 0, 0, width);
      default -> {}
    }
    return drawn(image, turn, swapped ? height : width, swapped ? width : height);
  }

  private static BufferedImage fitted(BufferedImage image, int longSide) {
    double scale = Math.min(1.0, (double) longSide / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    double x = (double) width / image.getWidth();
    double y = (double) height / image.getHeight();
    return drawn(image, AffineTransform.getScaleInstance(x, y), width, height);
  }

  private static BufferedImage drawn(
      BufferedImage image, AffineTransform transform, int width, int height) {
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, transform, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static RefusedException busy() {
    return new RefusedException(
        new Refusal(
            Refusal.Kind.UNAVAILABLE,
            "photos-busy",
            "photos",
            Text.of("现在上传照片的人很多。", "Many photos are being sent just now."),
            Text.of(
                "请过一分钟再上传这一张；已填写的内容都还在。",
                "Send this one again in a minute; everything else is kept.")));
  }

  private static RefusedException unreadable() {
    return refused(
        Refusal.Kind.INVALID,
        "photo-unreadable",
        Text.of("这个文件不是可以打开的照片。", "This file is not a photo that can be opened."));
  }

  private static RefusedException refused(Refusal.Kind kind, String code, Text says) {
    return new RefusedException(
        new Refusal(
            kind,
            code,
            "photos",
            says,
            Text.of(
                    "请换一张 %d MB 以内的 JPG 或 PNG 照片；已填写的内容都还在。",
                    "Choose another JPG or PNG photo of up to %d MB; everything else is kept.")
                .with(Photo.MOST_MEGABYTES)));
  }
}
