package org.yiwang.party;

import java.util.Objects;
import java.util.UUID;
import org.yiwang.pack.Text;

/**
 * What a party is and how it is called (主体名称), in full: only for whoever may know it anyway.
 *
 * @param name empty where nobody ever said
 */
public record PartyName(UUID id, Kind kind, Text name) {
  /** A person's name in part, "王**"; a firm's in full: it is public. */
  public Text masked() {
    return kind == Kind.PERSON ? masked(name) : name;
  }

  /** A person's name in part, wherever it comes from. */
  public static Text masked(Text name) {
    return Text.of(masked(name.zh()), masked(name.en()));
  }

  private static String masked(String name) {
    return Objects.requireNonNullElse(Masked.name(name), "");
  }

  /** What sort of party (主体类型). */
  public enum Kind {
    /** 自然人. */
    PERSON("person"),
    /** 法人和非法人组织: firms, societies, offices. */
    FIRM("organisation"),
    /** Something with a file of its own, such as a building. */
    THING("thing");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("No kind of party: " + word);
    }
  }
}
