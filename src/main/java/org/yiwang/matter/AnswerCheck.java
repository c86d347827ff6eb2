package org.yiwang.matter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yiwang.calendar.IsoDay;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.party.CheckDigits;

/** Whether one answer is one of its kind, and if not, what to write instead. */
final class AnswerCheck {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST = 4_000;
  private static final Pattern PHONE = Pattern.compile("[+\\d][\\d -]{4,24}");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}");
  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
  private static final Pattern MONEY = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");

  private AnswerCheck() {}

  /** What is wrong with an answer, if anything. */
  static Optional<Refusal> fault(Field field, String answer) {
    return fault(field, field.id(), field.label(), answer);
  }

  /** The same in a cell, whose place and name say the row. */
  static Optional<Refusal> fault(Field field, String at, Text label, String answer) {
    return wrong(field.kind(), field.options(), answer)
        .or(() -> bounds(field, answer))
        .map(next -> refusal(at, label, next));
  }

  static Refusal missing(String at, Text label) {
    return Refusal.invalid(
        "answer-missing",
        at,
        Text.of("“" + label.zh() + "”没有填写。", "“" + label.en() + "” has no answer."),
        Text.of("请填写。", "Please answer it."));
  }

  private static Refusal refusal(String at, Text label, Text next) {
    return Refusal.invalid(
        "answer-wrong",
        at,
        Text.of("“" + label.zh() + "”填写有误。", "“" + label.en() + "” is not right."),
        next);
  }

  private static Optional<Text> wrong(Kind kind, List<Option> options, String answer) {
    return switch (kind) {
      case TEXT, NAME, ADDRESS, PLACE ->
          unless(answer.length() <= LONGEST_LINE, tooLong(LONGEST_LINE));
      case LONG_TEXT -> unless(answer.length() <= LONGEST, tooLong(LONGEST));
      case PERSON_ID -> unless(CheckDigits.person(answer), personId());
      case FIRM_ID -> unless(CheckDigits.firm(answer), firmId());
      case BANK_CARD -> unless(CheckDigits.card(answer), bankCard());
      case PHONE -> unless(PHONE.matcher(answer).matches(), phone());
      case MAIL ->
          unless(answer.length() <= LONGEST_LINE && MAIL.matcher(answer).matches(), mail());
      case DATE -> unless(isDate(answer), date());
      case NUMBER -> unless(DIGITS.matcher(answer).matches(), number());
      case MONEY -> unless(MONEY.matcher(answer).matches(), money());
      case YES_NO -> unless(answer.equals("yes") || answer.equals("no"), choose());
      case CHOICE, STREET ->
          unless(options.stream().anyMatch(o -> o.id().equals(answer)), choose());
      case FILE -> unless(!AttachedFile.list(answer).isEmpty(), attach());
      case ROWS -> Optional.empty();
    };
  }

  private static Optional<Text> bounds(Field field, String answer) {
    if (field.kind() == Kind.FILE) {
      int most = AttachedFile.most(field);
      return unless(AttachedFile.list(answer).size() <= most, tooMany(most));
    }
    if (field.kind() != Kind.NUMBER && field.kind() != Kind.MONEY) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(answer);
    if (field.least() != null && number.compareTo(BigDecimal.valueOf(field.least())) < 0) {
      String least = plain(field.least());
      return Optional.of(Text.of("最小是 " + least + "。", "The smallest is " + least + "."));
    }
    if (field.largest() != null && number.compareTo(BigDecimal.valueOf(field.largest())) > 0) {
      String largest = plain(field.largest());
      return Optional.of(Text.of("最大是 " + largest + "。", "The largest is " + largest + "."));
    }
    return Optional.empty();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static Optional<Text> unless(boolean right, Text next) {
    return right ? Optional.empty() : Optional.of(next);
  }

  private static boolean isDate(String answer) {
    return IsoDay.read(answer).filter(day -> day.getYear() >= 1850).isPresent();
  }

  private static Text tooLong(int most) {
    return Text.of("最多 " + most + " 个字。", "At most " + most + " characters.");
  }

  private static Text personId() {
    return Text.of(
        "请核对 18 位身份证号码，最后一位可以是 X。", "Check the 18 characters; the last one may be an X.");
  }

  private static Text firmId() {
    return Text.of(
        "请核对营业执照上的 18 位统一社会信用代码。",
        "Check the 18 characters of the credit code on the business licence.");
  }

  private static Text bankCard() {
    return Text.of(
        "请照卡面逐位核对：一般是 16 到 19 位数字，最后一位是校验位，写错或写漏一位就对不上。",
        "Check it digit by digit against the card: it usually has 16 to 19, and the last one only"
            + " fits if all others are right.");
  }

  private static Text phone() {
    return Text.of("请填写手机或带区号的电话，例如 021-00000000。", "Write a telephone number, e.g. 021-00000000.");
  }

  private static Text mail() {
    return Text.of(
        "请填写完整的邮箱，例如 name@example.org。", "Write a whole address, e.g. name@example.org.");
  }

  private static Text date() {
    return Text.of("请填写日期，例如 2026-11-22。", "Write a date, e.g. 2026-11-22.");
  }

  private static Text number() {
    return Text.of("请只填数字，例如 12 或 12.5。", "Write a number only, e.g. 12 or 12.5.");
  }

  private static Text money() {
    return Text.of(
        "请填写金额（元），最多两位小数，例如 1200.50。", "Write yuan with at most two decimals, e.g. 1200.50.");
  }

  private static Text attach() {
    return Text.of("请选择要交的文件。", "Choose the file.");
  }

  private static Text tooMany(int most) {
    return Text.of("最多 " + most + " 个文件，请去掉多余的。", "At most " + most + "; take the others away.");
  }

  private static Text choose() {
    return Text.of("请选择列出的一项。", "Choose one of those listed.");
  }
}
