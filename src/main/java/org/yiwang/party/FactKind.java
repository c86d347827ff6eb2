package org.yiwang.party;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * A kind of fact (档案信息项), as a pack declares it in {@code party.yaml}.
 *
 * @param id lower-case letters, digits and hyphens
 * @param name what it is called
 * @param kind what sort of value it has; {@code text} where absent
 * @param of whose it is: a person's or a firm's; both where absent
 * @param identifies whether somebody can be found by it
 * @param names whether a firm is called by it: a confirmed newer one renames the firm
 * @param check how a typed value is checked; absent for no check
 * @param options the values of a choice
 * @param from claims of credentials that say it, each as {@code TYPE/CLAIM}
 */
public record FactKind(
    String id,
    Text name,
    @Nullable Sort kind,
    @Nullable Whose of,
    boolean identifies,
    boolean names,
    @Nullable Check check,
    List<Option> options,
    List<String> from) {

  /** The sort of value. */
  public enum Sort {
    /** Words. */
    TEXT,
    /** A day, as {@code 2026-11-22}. */
    DATE,
    /** A number, a telephone number or code that identifies somebody; masked on screens. */
    IDENTIFIER,
    /** A number in plain digits. */
    NUMBER,
    /** One of the options. */
    CHOICE
  }

  /** Whose file it may stand in. */
  public enum Whose {
    PERSON,
    FIRM
  }

  /** The check character of a national identifier. */
  public enum Check {
    /** GB 11643. */
    PERSON_ID,
    /** GB 32100. */
    CREDIT_CODE,
    /** A telephone number: no check character, but digits alone. */
    PHONE,
    /** The issuing state in three letters and the number of a passport. */
    PASSPORT,
    /** The number of another document: letters and digits. */
    DOCUMENT
  }

  /** One value of a choice. */
  public record Option(String id, Text name) {}

  /** The sort, with the usual one put in. */
  public Sort sort() {
    return kind == null ? Sort.TEXT : kind;
  }

  /** Whether screens show it in part only. */
  public boolean masked() {
    return sort() == Sort.IDENTIFIER;
  }

  /** Whether it is a national identifier with a check character. */
  public boolean national() {
    return check == Check.PERSON_ID || check == Check.CREDIT_CODE;
  }

  /** Whether it is the number of a document or licence by which somebody is known. */
  boolean numbers() {
    return identifies && masked() && check != Check.PHONE;
  }

  /** Whether such a party may have it. */
  public boolean fits(PartyName.Kind party) {
    return of == null || of.name().equals(party.name());
  }

  /** The option of that id. */
  Optional<Option> findOption(String option) {
    return options.stream().filter(one -> one.id().equals(option)).findFirst();
  }

  /** A value as readers see it: an option's name, anything else as it is. */
  public Text words(String value) {
    return findOption(value).map(Option::name).orElse(Text.same(value));
  }

  /** As screens show it unless somebody asks for all of it. */
  public Text shown(String value) {
    return masked() ? Text.same(String.valueOf(Masked.phone(value))) : words(value);
  }
}
