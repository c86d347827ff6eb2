package org.yiwang.credential;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Who was taken back, one bit each (状态列表; IETF Token Status List): compressed, so that a list of
 * 131,072 credentials is 20 kB at most and nobody learns from the asking which one was meant.
 *
 * @param bits for each credential: 1, 2, 4 or 8
 */
record StatusList(int bits, byte[] bytes) {
  static final int SIZE = 1 << 17;
  static final String TYPE = "statuslist+jwt";

  /** Above it a foreign list is refused: it could have been made to fill the memory. */
  private static final int MOST_BYTES = 8 << 20;

  static StatusList of(Collection<Integer> revoked) {
    byte[] bytes = new byte[SIZE / 8];
    revoked.forEach(index -> bytes[index / 8] |= (byte) (1 << (index % 8)));
    return new StatusList(1, bytes);
  }

  /** The value of one credential: 0 is valid, 1 revoked, 2 suspended; beyond the list, -1. */
  int at(long index) {
    long bit = index * bits;
    if (index < 0 || bit / 8 >= bytes.length) {
      return -1;
    }
    return (bytes[(int) (bit / 8)] >> (bit % 8)) & ((1 << bits) - 1);
  }

  /** As a token's payload carries it. */
  Map<String, Object> asClaim() {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("bits", bits);
    claim.put("lst", Letters.encode(packed.toByteArray()));
    return claim;
  }

  static StatusList parse(Map<?, ?> claim) {
    if (claim.get("bits") instanceof Integer bits
        && (bits == 1 || bits == 2 || bits == 4 || bits == 8)
        && claim.get("lst") instanceof String packed) {
      return new StatusList(bits, inflated(Letters.decode(packed)));
    }
    throw new UnreadableException("not a status list");
  }

  private static byte[] inflated(byte[] packed) {
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        open.write(buffer, 0, read);
        if (open.size() > MOST_BYTES || (read == 0 && inflater.needsInput())) {
          throw new UnreadableException("a status list that does not end");
        }
      }
      return open.toByteArray();
    } catch (DataFormatException e) {
      throw new UnreadableException("not a packed status list");
    } finally {
      inflater.end();
    }
  }
}
