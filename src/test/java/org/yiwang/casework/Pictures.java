package org.yiwang.casework;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests, as telephones make them: left half red, right half blue. */
public final class Pictures {
  private Pictures() {}

  public static byte[] jpeg(int width, int height) {
    return written(width, height, "jpeg");
  }

  static byte[] png(int width, int height) {
    return written(width, height, "png");
  }

  /** A PNG of 20 by 20 with one more chunk: text or profile, packed. */
  static byte[] pngWith(String chunk, String keyword, byte[] packed) {
    byte[] png = png(20, 20);
    var words = new ByteArrayOutputStream();
    words.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
    words.writeBytes(chunk.equals("iTXt") ? new byte[] {0, 1, 0, 0, 0} : new byte[] {0, 0});
    words.writeBytes(packed);
    byte[] type = chunk.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(type);
    crc.update(words.toByteArray());
    int afterHeader = 8 + 25;
    ByteBuffer all = ByteBuffer.allocate(png.length + 12 + words.size());
    all.put(png, 0, afterHeader).putInt(words.size()).put(type).put(words.toByteArray());
    all.putInt((int) crc.getValue()).put(png, afterHeader, png.length - afterHeader);
    return all.array();
  }

  private static byte[] written(int width, int height, String format) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A JPEG with an EXIF block: orientation, 31° 17' 3.84" N, 121° 30' 6.84" E. */
  static byte[] fromTelephone(int width, int height, int orientation) {
    byte[] jpeg = jpeg(width, height);
    byte[] exif = exif(orientation);
    var all = new ByteArrayOutputStream();
    all.write(jpeg, 0, 2);
    all.write(0xFF);
    all.write(0xE1);
    all.write((exif.length + 2) >> 8);
    all.write((exif.length + 2) & 0xFF);
    all.writeBytes(exif);
    all.write(jpeg, 2, jpeg.length - 2);
    return all.toByteArray();
  }

  /** EXIF 2.3: a TIFF with a first directory (orientation, pointer to GPS) and a GPS directory. */
  private static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(164).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8825, 4, 1, 38);
    tiff.putInt(0);
    tiff.putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N' << 24);
    entry(tiff, 2, 5, 3, 96);
    entry(tiff, 3, 2, 2, 'E' << 24);
    entry(tiff, 4, 5, 3, 120);
    tiff.putInt(0).putInt(0);
    degrees(tiff, 31, 17, 384);
    degrees(tiff, 121, 30, 684);
    ByteBuffer exif = ByteBuffer.allocate(6 + tiff.position());
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put(tiff.array(), 0, tiff.position());
    return exif.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void degrees(ByteBuffer tiff, int degrees, int minutes, int hundredths) {
    tiff.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(hundredths).putInt(100);
  }

  /** A PNG of a few bytes whose header claims as many pixels as asked. */
  static byte[] bomb(int width, int height) {
    byte[] png = png(2, 2);
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, width).putInt(20, height);
    CRC32 check = new CRC32();
    check.update(png, 12, 17);
    header.putInt(29, (int) check.getValue());
    return png;
  }
}
