package org.yiwang.journal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile somebody asks for, as C2SP tlog-tiles writes it in an address: {@code
 * 0/x001/x234/067}, {@code 1/000.p/17}, {@code entries/000}.
 *
 * @param level −1 for the leaves themselves
 * @param width 256 for a full tile
 */
record TileAddress(int level, long index, int width) {
  static final int ENTRIES = -1;
  private static final int LONGEST = 40;
  private static final int HIGHEST_LEVEL = 63;
  private static final Pattern FORM =
      Pattern.compile("(entries|\\d{1,2})/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/(\\d{1,3}))?");

  /** Empty for anything that is not written exactly as the specification says. */
  static Optional<TileAddress> parse(String path) {
    Matcher parts = FORM.matcher(path);
    if (path.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
    long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
    int width = parts.group(3) == null ? Tile.WIDTH : Integer.parseInt(parts.group(3));
    var address = new TileAddress(level, index, width);
    return level <= HIGHEST_LEVEL && width >= 1 && address.path().equals(path)
        ? Optional.of(address)
        : Optional.empty();
  }

  /** As it is written after {@code /tile/}. */
  String path() {
    StringBuilder places = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long left = index / 1000; left > 0; left /= 1000) {
      places.insert(0, String.format(Locale.ROOT, "x%03d/", left % 1000));
    }
    String start = level == ENTRIES ? "entries/" : level + "/";
    return start + places + (width == Tile.WIDTH ? "" : ".p/" + width);
  }

  /** Whether a tree of that size has it. */
  boolean within(long size) {
    return width <= Tile.widthIn(size, Math.max(0, level), index);
  }
}
