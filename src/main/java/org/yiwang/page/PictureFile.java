package org.yiwang.page;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture as somebody sent it (图片文件): a small file can claim to be a huge picture. Its size is
 * asked before it is unpacked, and of what is unpacked only as many pixels are kept as are wanted.
 */
public final class PictureFile implements AutoCloseable {
  /** A row is unpacked at once, however long, and each row costs time, however short. */
  private static final int MOST_SIDE = 32_000;

  private final ImageInputStream in;
  private final ImageReader reader;

  private PictureFile(ImageInputStream in, ImageReader reader) {
    this.in = in;
    this.reader = reader;
  }

  /**
   * Opens it without unpacking anything.
   *
   * @throws IOException if it is no picture
   */
  public static PictureFile open(byte[] file) throws IOException {
    ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file));
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      in.close();
      throw new IOException("no picture");
    }
    ImageReader reader = readers.next();
    reader.setInput(in, true, true);
    return new PictureFile(in, reader);
  }

  public int width() throws IOException {
    return reader.getWidth(0);
  }

  public int height() throws IOException {
    return reader.getHeight(0);
  }

  /** Whether it is small enough to be unpacked, by what it says of itself. */
  public boolean holdsAtMost(long pixels) throws IOException {
    return Math.max(width(), height()) <= MOST_SIDE && (long) width() * height() <= pixels;
  }

  /** In small letters: {@code png}, {@code jpeg} … */
  public String format() throws IOException {
    return reader.getFormatName().toLowerCase(Locale.ROOT);
  }

  /**
   * Unpacks every n-th pixel of every n-th row: a huge picture takes no huge memory. A file can be
   * unpacked once.
   *
   * @param part of the picture; null for all of it
   * @throws InterruptedIOException if the thread was told to stop meanwhile
   */
  public BufferedImage every(int step, @Nullable Rectangle part) throws IOException {
    reader.addIIOReadProgressListener(new Stop());
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceRegion(part);
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage read = reader.read(0, param);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("told to stop");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }

  /** Lets go of a picture when nobody waits for it any more. */
  private static final class Stop implements IIOReadProgressListener {
    @Override
    public void imageProgress(ImageReader source, float percentage) {
      if (Thread.currentThread().isInterrupted()) {
        source.abort();
      }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentage) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
  }
}
