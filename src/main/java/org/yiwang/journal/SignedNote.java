package org.yiwang.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures (签名文本), C2SP signed-note.
 *
 * @param text ends with a line break
 */
record SignedNote(String text, List<Line> lines) {
  static final String DASH = "— ";
  private static final int MOST_LINES = 16;
  private static final int LONGEST = 100_000;

  /** One signature. */
  record Line(String name, int id, byte[] signature) {}

  /** One line of signature for each key, in their order. */
  static String write(String text, List<SignerKey> keys) {
    StringBuilder note = new StringBuilder(text).append('\n');
    keys.forEach(key -> note.append(key.sign(text)).append('\n'));
    return note.toString();
  }

  /**
   * Reads a note.
   *
   * @throws LogRefusedException if it is not well formed
   */
  static SignedNote parse(String note) {
    int gap = note.lastIndexOf("\n\n");
    if (note.length() > LONGEST || gap < 0 || !note.endsWith("\n") || hasControls(note)) {
      throw malformed();
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(gap + 2).split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(line(line));
      }
    }
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw malformed();
    }
    return new SignedNote(note.substring(0, gap + 1), List.copyOf(lines));
  }

  /**
   * Whether this key signed it: a line with its name and number is there and no such line is wrong.
   */
  boolean signedBy(VerifierKey key) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Line> own =
        lines.stream().filter(l -> l.name().equals(key.name()) && l.id() == key.id()).toList();
    return !own.isEmpty() && own.stream().allMatch(l -> key.signed(bytes, l.signature()));
  }

  private static Line line(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !parts[0].equals(DASH.strip()) || parts[1].isEmpty()) {
      throw malformed();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
      if (bytes.remaining() <= Integer.BYTES) {
        throw malformed();
      }
      int id = bytes.getInt();
      byte[] signature = new byte[bytes.remaining()];
      bytes.get(signature);
      return new Line(parts[1], id, signature);
    } catch (IllegalArgumentException notBase64) {
      throw malformed();
    }
  }

  private static boolean hasControls(String note) {
    return note.chars().anyMatch(c -> c < ' ' && c != '\n');
  }

  private static LogRefusedException malformed() {
    return new LogRefusedException(
        "这不是签名文本 (c2sp.org/signed-note)", "This is no signed note (c2sp.org/signed-note)");
  }
}
