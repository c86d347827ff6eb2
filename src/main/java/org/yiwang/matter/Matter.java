package org.yiwang.matter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.pack.Text;
import org.yiwang.rule.Condition;

/**
 * {@code matters/<id>.yaml}: one entry of the catalogue (事项), CPSV-AP's PublicService with the
 * fields of the national catalogue of government matters (GB/T 39554).
 *
 * @param about what one gets from it, in a sentence or two
 * @param codes basic, implementation and business code; absent where none has been given out
 * @param unit who answers for it
 * @param delegated who takes it in and handles it, if not the unit itself: a unit, or {@code
 *     street} for the office of the applicant's street
 * @param applicants who may ask
 * @param lifeEvents ids of {@code life-events.yaml} it belongs to
 * @param basis the law it rests on
 * @param crossRegion from where else it can be asked for (通办范围); from this district only where it
 *     is absent
 * @param visits how often somebody has to come in person
 * @param visitsWhy why, where it is more than never
 * @param conditions what must be so, in words
 * @param evidence papers and claims (材料)
 * @param atOnce what must hold for it to be granted on the spot by the program itself (当场办结); if
 *     one of them does not, an officer decides; none means that an officer always decides
 * @param words what people call it
 * @param lifecycle id of a lifecycle of the same application
 * @param form id of a form of the same application
 * @param invented whether its law, codes or amounts are invented
 */
public record Matter(
    String id,
    Text name,
    Text about,
    @Nullable Codes codes,
    Kind kind,
    String unit,
    @Nullable String delegated,
    Level level,
    List<Applicant> applicants,
    List<String> lifeEvents,
    List<Basis> basis,
    Limits limits,
    Handling handling,
    List<Channel> channels,
    @Nullable CrossRegion crossRegion,
    int visits,
    @Nullable Text visitsWhy,
    List<Text> conditions,
    List<Evidence> evidence,
    List<Fee> fees,
    Outcome outcome,
    List<Requirement> atOnce,
    Help help,
    List<Text> words,
    String lifecycle,
    String form,
    boolean invented) {

  /**
   * Codes of the national catalogue (事项编码).
   *
   * @param basic what the whole country calls it (基本编码)
   * @param implementation the same, as this unit exercises it (实施编码)
   * @param business one way of asking for it (业务办理项编码)
   * @param invented whether they were made up, for want of codes that were given out
   */
  public record Codes(
      String basic, @Nullable String implementation, @Nullable String business, boolean invented) {}

  /** Type of matter (事项类型), as the national catalogue knows them. */
  public enum Kind {
    LICENCE(Text.of("行政许可", "Licence")),
    CONFIRMATION(Text.of("行政确认", "Confirmation")),
    BENEFIT(Text.of("行政给付", "Benefit")),
    REGISTRATION(Text.of("登记", "Registration")),
    FILING(Text.of("备案", "Filing")),
    PUBLIC_HELP(Text.of("公共服务", "Public service"));

    private final Text words;

    Kind(Text words) {
      this.words = words;
    }

    public Text words() {
      return words;
    }
  }

  /** Level that exercises it (行使层级). */
  public enum Level {
    CITY(Text.of("市级", "City")),
    DISTRICT(Text.of("区级", "District")),
    STREET(Text.of("街道级", "Subdistrict"));

    private final Text words;

    Level(Text words) {
      this.words = words;
    }

    public Text words() {
      return words;
    }
  }

  /** Who may ask (服务对象). */
  public enum Applicant {
    PERSON,
    FIRM
  }

  /** Kind of handling (办件类型): decided on the spot, or within the promised time. */
  public enum Handling {
    IMMEDIATE(Text.of("即办件", "Decided on the spot")),
    PROMISED(Text.of("承诺件", "Decided within the promised time"));

    private final Text words;

    Handling(Text words) {
      this.words = words;
    }

    public Text words() {
      return words;
    }
  }

  /** How it can be asked for (办理渠道). */
  public enum Channel {
    ONLINE(Text.of("网上", "Online")),
    WINDOW(Text.of("窗口", "At a window")),
    POSTAL(Text.of("邮寄", "By post"));

    private final Text words;

    Channel(Text words) {
      this.words = words;
    }

    public Text words() {
      return words;
    }
  }

  /** Law, its number and clause (设定依据). */
  public record Basis(Text law, @Nullable Text number, Text clause, boolean invented) {}

  /** By law (法定时限) and as promised (承诺时限). */
  public record Limits(TimeLimit legal, TimeLimit promised) {}

  /**
   * What is needed (材料), CPSV-AP Evidence.
   *
   * @param when only if this holds for the form's answers; always if absent
   * @param credential type of credential that stands for it and is fetched with consent (免于提交)
   * @param claims the claims of that credential that are needed; nothing else is disclosed
   * @param optional may be left out altogether
   * @param promise text to sign instead of giving it (告知承诺)
   * @param later how long after sending it may follow (容缺受理)
   * @param missing what holds while it has not followed, and when it never does
   * @param keep a copy that an officer has checked is kept in the holder's wallet and fetched from
   *     there the next time (一次核验，再次免交)
   * @param keepFor how long such a copy counts, in calendar days; absent where it never ages
   */
  public record Evidence(
      String id,
      Text name,
      @Nullable Text hint,
      @Nullable Condition when,
      @Nullable String credential,
      List<String> claims,
      boolean optional,
      @Nullable Promise promise,
      @Nullable TimeLimit later,
      @Nullable Missing missing,
      boolean keep,
      @Nullable TimeLimit keepFor) {
    /** What holds for a paper that follows later; the strict rule where nothing is declared. */
    public Missing missingRule() {
      return missing == null ? Missing.STRICT : missing;
    }
  }

  /**
   * What holds while a paper that may follow is missing (缺件处理).
   *
   * @param then what is done when its time is over
   * @param granting whether it may be granted before
   * @param remindDays how many days before the end the applicant is reminded
   */
  public record Missing(Then then, boolean granting, @Nullable Integer remindDays) {
    static final Missing STRICT = new Missing(Then.LAPSE, false, null);

    /** What is done when a paper has not come in time (逾期未补). */
    public enum Then {
      /** The case counts as withdrawn. */
      LAPSE,
      /** The case is refused. */
      REFUSE,
      /** It was granted before: the credential is revoked. */
      REVOKE
    }

    public int reminds() {
      return remindDays == null ? REMIND_DAYS : remindDays;
    }
  }

  /** How many days before a date somebody is reminded of it where the matter says nothing. */
  static final int REMIND_DAYS = 3;

  /**
   * A signed promise (承诺).
   *
   * @param text what is promised
   * @param broken what happens if it is not true
   * @param check within how long it is looked at
   * @param spotCheck the share that is looked at on site (现场抽查), drawn by lot; the others are
   *     looked at in the registers. All of them by an officer where it is absent.
   * @param onBroken what is done if it is not true; nothing but the telling where it is absent
   * @param supplementWithin how long the paper itself may take then
   * @param barred for how long nobody may promise again for this matter who broke a promise
   * @param remindDays how many days before the check the applicant is reminded
   */
  public record Promise(
      Text text,
      Text broken,
      TimeLimit check,
      @Nullable Share spotCheck,
      @Nullable OnBroken onBroken,
      @Nullable TimeLimit supplementWithin,
      @Nullable TimeLimit barred,
      @Nullable Integer remindDays) {

    /** What is done about a promise that was not true (失信处理). */
    public enum OnBroken {
      /** The credential that was issued is revoked. */
      REVOKE,
      /** The paper is asked for within a time; revoked if it does not come. */
      SUPPLEMENT
    }

    public int reminds() {
      return remindDays == null ? REMIND_DAYS : remindDays;
    }

    /** Percent that are looked at on site; all of them if none are drawn. */
    public int share() {
      return spotCheck == null ? Share.ALL : spotCheck.percent();
    }
  }

  /** A share of all (比例), written {@code 30 %}. */
  public record Share(int percent) {
    public static final int ALL = 100;

    public Share {
      if (percent < 0 || percent > ALL) {
        throw new IllegalArgumentException("A share is 0 % to 100 %.");
      }
    }

    /**
     * Reads a share as packs write it.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Share parse(String written) {
      String figures = written.replaceAll("\\s*%$", "").strip();
      if (!written.endsWith("%") || !figures.matches("\\d{1,3}")) {
        throw new IllegalArgumentException(
            "\"" + written + "\" is not a share: write for example \"30 %\".");
      }
      return new Share(Integer.parseInt(figures));
    }

    @Override
    public String toString() {
      return percent + " %";
    }
  }

  /** What it costs (收费); none means free. */
  public record Fee(Text name, String amount, Text basis, boolean invented) {}

  /**
   * What comes out (办理结果), CPSV-AP Output.
   *
   * @param credential type of credential that is issued
   * @param claims what the credential says: its claim, and where that is from: a question of the
   *     form, {@code granted:date}, {@code granted:case}, {@code assigned:firm-id/PREFIX} for a new
   *     credit code, or {@code outcome:MATTER/CLAIM} for what another matter of the same
   *     application gave, {@code fetched:EVIDENCE/CLAIM} for what a credential said; several with
   *     {@code |} between for the first that has something
   * @param replaces id of the evidence whose credential is revoked when this outcome is issued
   * @param newFirm the claim that names the firm which is founded by this: it gets a file of its
   *     own, whoever applied represents it, and the credential is the firm's; absent if none is
   *     founded
   * @param once nobody has two of it (一人一份): while one is asked for, or its credential counts, it
   *     cannot be asked for again; needs a credential
   * @param valid how long it holds; for ever if absent
   */
  public record Outcome(
      Kind kind,
      Text name,
      @Nullable String credential,
      Map<String, String> claims,
      @Nullable String replaces,
      @Nullable String newFirm,
      boolean once,
      @Nullable TimeLimit valid) {
    /** 证、批文、款、登记、答复. */
    public enum Kind {
      CERTIFICATE,
      APPROVAL,
      PAYMENT,
      REGISTRATION,
      ANSWER
    }
  }

  /**
   * What must hold for granting on the spot.
   *
   * @param must over the answers, and {@code fetched}, {@code promised}, {@code uploaded}, {@code
   *     later}: lists of evidence ids; {@code claims}: what fetched credentials said, at {@code
   *     "EVIDENCE/CLAIM"}
   * @param says the same in words
   */
  public record Requirement(Condition must, Text says) {}

  /** Where to go, whom to ask and where to complain (窗口, 咨询, 投诉). */
  public record Help(@Nullable Text window, String enquiry, String complaint) {}

  /** From where it can be asked for. */
  public CrossRegion scope() {
    return crossRegion == null ? CrossRegion.HERE : crossRegion;
  }

  /** Whether it can be asked for from home. */
  public boolean online() {
    return channels.contains(Channel.ONLINE);
  }
}
