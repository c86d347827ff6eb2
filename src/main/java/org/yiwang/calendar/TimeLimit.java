package org.yiwang.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yiwang.pack.Text;

/**
 * How long something may take (时限), as the standards for city management write it: {@code "2
 * urgent-hours"}, {@code "4 working-hours"}, {@code "7 working-days"}, {@code "3 calendar-days"},
 * {@code "30 minutes"}.
 *
 * @param amount 1 to 10,000
 * @param unit what is counted
 */
public record TimeLimit(int amount, Unit unit) {
  private static final int MOST = 10_000;
  private static final long DAY = 24 * 60;

  /** Offices are open at least so long on a working day. */
  private static final int FEWEST_HOURS = 4;

  /** What is counted (计时单位). */
  public enum Unit {
    /** Minutes round the clock (分钟). */
    MINUTES("%d 分钟", "minute", ""),
    /** Hours round the clock, holidays too (紧急工作时). */
    URGENT_HOURS("%d 小时（昼夜计时）", "hour", " round the clock"),
    /** Hours in which the offices work (工作时). */
    WORKING_HOURS("%d 个工作时", "working hour", ""),
    /** Whole days on which the offices work (工作日). */
    WORKING_DAYS("%d 个工作日", "working day", ""),
    /** Days of the calendar (自然日). */
    CALENDAR_DAYS("%d 个自然日", "calendar day", "");

    private final String zh;
    private final String en;
    private final String enAfter;

    Unit(String zh, String en, String enAfter) {
      this.zh = zh;
      this.en = en;
      this.enAfter = enAfter;
    }

    /** How a pack writes it, e.g. {@code working-days}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the clock stands still when the offices are closed. */
    public boolean restsWithOffices() {
      return this == WORKING_HOURS || this == WORKING_DAYS;
    }

    private boolean isWritten(String word) {
      return word.equals(key()) || (word + "s").equals(key());
    }
  }

  public TimeLimit {
    if (amount < 1 || amount > MOST) {
      throw new IllegalArgumentException("A time limit is 1 to " + MOST + ", not " + amount + ".");
    }
  }

  /**
   * Reads a limit as packs write it.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static TimeLimit parse(String written) {
    String[] words = written.strip().split("\\s+");
    if (words.length == 2 && words[0].matches("\\d{1,9}")) {
      for (Unit unit : Unit.values()) {
        if (unit.isWritten(words[1])) {
          return new TimeLimit(Integer.parseInt(words[0]), unit);
        }
      }
    }
    throw new IllegalArgumentException(
        "\""
            + written
            + "\" is not a time limit: write a number and one of "
            + Arrays.stream(Unit.values()).map(Unit::key).collect(Collectors.joining(", "))
            + ", for example \"7 working-days\".");
  }

  /** The limit in plain words, e.g. 7 个工作日 / 7 working days. */
  public Text words() {
    String zh = unit.zh.replace("%d", Integer.toString(amount));
    return Text.of(zh, amount + " " + unit.en + (amount == 1 ? "" : "s") + unit.enAfter);
  }

  /** Whether it is longer than the other whatever days of rest fall into either (必然长于). */
  public boolean exceeds(TimeLimit other) {
    return unit == other.unit() ? amount > other.amount() : least() > other.most();
  }

  /** Whether it may be longer than the other, depending on days of rest and hours (可能长于). */
  public boolean mayExceed(TimeLimit other) {
    return unit == other.unit() ? amount > other.amount() : most() > other.least();
  }

  /** Minutes round the clock that pass at least; days count whole. */
  private long least() {
    return switch (unit) {
      case MINUTES -> amount;
      case URGENT_HOURS, WORKING_HOURS -> amount * 60L;
      case WORKING_DAYS, CALENDAR_DAYS -> amount * DAY;
    };
  }

  /** Minutes round the clock that pass at most. */
  private long most() {
    return switch (unit) {
      case MINUTES -> amount;
      case URGENT_HOURS -> amount * 60L;
      case WORKING_HOURS -> mostDays((amount + FEWEST_HOURS - 1) / FEWEST_HOURS) * DAY;
      case WORKING_DAYS -> mostDays(amount) * DAY;
      case CALENDAR_DAYS -> amount * DAY;
    };
  }

  /**
   * Days of the calendar that so many working days take at most: five in a week, and the longest
   * holidays of a year at the worst place. No year from 2019 to 2026 had more.
   */
  static long mostDays(int workingDays) {
    return (7L * workingDays + 4) / 5 + 11 + workingDays / 10;
  }

  /** The limit as packs write it. */
  @Override
  public String toString() {
    return amount + " " + unit.key();
  }
}
