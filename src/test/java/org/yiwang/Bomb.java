package org.yiwang;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Few bytes that unpack into very many: what an upload may be made of. */
public final class Bomb {
  private Bomb() {}

  /** Packed zeros (zlib). One megabyte is packed and then repeated, so that making it is quick. */
  public static byte[] zeros(int megabytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(new byte[1 << 20]);
    byte[] first = flushed(deflater);
    deflater.setInput(new byte[1 << 20]);
    byte[] next = flushed(deflater);
    deflater.end();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(first);
    for (int i = 1; i < megabytes; i++) {
      packed.writeBytes(next);
    }
    return packed.toByteArray();
  }

  /** A full flush forgets what came before, so that the same bytes can follow again. */
  private static byte[] flushed(Deflater deflater) {
    byte[] buffer = new byte[1 << 16];
    int length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
    return java.util.Arrays.copyOf(buffer, length);
  }
}
