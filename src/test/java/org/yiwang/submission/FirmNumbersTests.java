package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.PlainField;
import org.yiwang.matter.Questions;
import org.yiwang.pack.Text;

/**
 * Credit codes that are given out are right by the very check that forms apply, and never twice.
 */
class FirmNumbersTests {
  private static final long MOST = 887_503_680L; // 31 to the sixth, less one
  private static final Questions QUESTIONS =
      Questions.of(List.of(form()), LocalDate.of(2026, 1, 1));

  private static Form form() {
    Text name = Text.same("code");
    Field field = PlainField.of("code", Kind.FIRM_ID);
    return new Form(
        "code", name, List.of(new Part("code", name, null, null, List.of(field))), List.of());
  }

  private static boolean right(String code) {
    return QUESTIONS.faults(Answers.NONE.with("code", code)).isEmpty();
  }

  @Test
  void theFirstIsRight() {
    assertThat(FirmNumbers.of("91999999", 1)).startsWith("91999999MA000001").hasSize(18);
    assertThat(right(FirmNumbers.of("91999999", 1))).isTrue();
    assertThat(right(FirmNumbers.of("52999999", 1))).isTrue();
  }

  @Property
  void everyOneIsRight(@ForAll @LongRange(min = 0, max = MOST) long running) {
    assertThat(right(FirmNumbers.of("91999999", running))).isTrue();
  }

  @Property
  void twoAreNeverTheSame(
      @ForAll @LongRange(min = 0, max = MOST) long one,
      @ForAll @LongRange(min = 0, max = MOST) long other) {
    assertThat(FirmNumbers.of("91999999", one).equals(FirmNumbers.of("91999999", other)))
        .isEqualTo(one == other);
  }
}
