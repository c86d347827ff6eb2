package org.yiwang.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Road and house number of an address (门牌号): 四平路1388弄, 200 Market Street.
 *
 * @param road the road's name, in small letters and without its kind's long form where Latin
 * @param number the first number after (Chinese) or before (Latin) it
 */
record HouseAddress(String road, int number) {
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:\\p{IsHan}+?市)?(?:\\p{IsHan}{1,4}?区)?(\\p{IsHan}{1,12}?(?:大道|路|街|道|村|里|坊))"
              + "\\s*(\\d{1,5})");
  private static final Pattern LATIN =
      Pattern.compile("(\\d{1,5})[A-Za-z]?\\s+([A-Za-z0-9][A-Za-z0-9 .']{2,60})");

  /** The address that words begin with, if they do. */
  static Optional<HouseAddress> find(String words) {
    String plain = words.strip();
    Matcher chinese = CHINESE.matcher(plain);
    if (chinese.lookingAt()) {
      return Optional.of(new HouseAddress(chinese.group(1), Integer.parseInt(chinese.group(2))));
    }
    Matcher latin = LATIN.matcher(plain);
    return latin.lookingAt()
        ? Optional.of(new HouseAddress(road(latin.group(2)), Integer.parseInt(latin.group(1))))
        : Optional.empty();
  }

  private static String road(String latin) {
    return latin
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace(".", "")
        .replaceAll("\\bstreet\\b", "st")
        .replaceAll("\\bavenue\\b", "ave")
        .replaceAll("\\broad\\b", "rd")
        .replaceAll("\\bboulevard\\b", "blvd");
  }

  boolean sameRoad(HouseAddress other) {
    return road.equals(other.road);
  }

  /** How many numbers lie between; the other side of the road counts a little more. */
  int distance(HouseAddress other) {
    int numbers = Math.abs(number - other.number);
    return 2 * numbers + (numbers % 2 == 0 ? 0 : 1);
  }
}
