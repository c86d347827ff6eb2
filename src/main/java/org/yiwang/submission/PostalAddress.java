package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;
import org.yiwang.page.PlainWords;
import org.yiwang.page.Refusal;

/**
 * Where a paper is posted to (收件地址). As it was typed, until {@link #faults} finds none.
 *
 * @param name who receives it
 * @param phone at which the carrier calls
 */
record PostalAddress(String name, String phone, String address) {
  /** Names of the fields on a page. */
  static final String NAME = "recipient";

  static final String PHONE = "recipientPhone";
  static final String ADDRESS = "recipientAddress";
  static final int LONGEST_NAME = 60;
  static final int LONGEST_ADDRESS = 200;
  private static final int SHORTEST_ADDRESS = 5;

  /**
   * As a form's question for a telephone: no brackets, because whoever posts it copies the number
   * into a carrier's form. The party's file is wider ({@code FactValue}): it keeps what papers say.
   */
  private static final Pattern CALLABLE = Pattern.compile("[+\\d][\\d -]{4,24}");

  static final PostalAddress NOTHING = new PostalAddress("", "", "");

  static PostalAddress typed(
      @Nullable String name, @Nullable String phone, @Nullable String address) {
    return new PostalAddress(
        PlainWords.line(name), PlainWords.line(phone), PlainWords.line(address));
  }

  /** Everything that is wrong with it, named at once. */
  List<Refusal> faults() {
    List<Refusal> faults = new ArrayList<>();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      faults.add(
          Refusal.invalid(
              "recipient-name",
              NAME,
              Text.of("没有写收件人，或写得太长。", "No name of who receives it, or too long a one."),
              Text.of("请写收件人的姓名。", "Write the name of who receives it.")));
    }
    if (!CALLABLE.matcher(phone).matches()) {
      faults.add(
          Refusal.invalid(
              "recipient-phone",
              PHONE,
              Text.of("收件电话打不通：只能有数字、空格、短横和开头的加号。", "This is no telephone number."),
              Text.of("请写快递员能打的电话。", "Write the number that the carrier may call, in digits.")));
    }
    if (address.length() < SHORTEST_ADDRESS || address.length() > LONGEST_ADDRESS) {
      faults.add(
          Refusal.invalid(
              "recipient-address",
              ADDRESS,
              Text.of("收件地址不完整，或超过 200 字。", "The address is not complete, or longer than fits."),
              Text.of("请写到门牌号、室号。", "Write it with the number of the house and of the room.")));
    }
    return faults;
  }
}
