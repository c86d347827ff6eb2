package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** One value has one form: RFC 8785. */
class CanonicalJsonTests {

  /** Section 3.2.2 and 3.2.4 of the RFC, with its number of 17 digits kept as a double. */
  @Test
  void theExampleOfTheStandard() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("numbers", List.of(333333333.33333329, new BigDecimal("1E30"), 4.50, 2e-3, 1e-27));
    value.put("string", "€$" + (char) 15 + "\nA'B\"\\\\\"/");
    value.put("literals", Arrays.asList(null, true, false));
    assertThat(CanonicalJson.of(value))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** Section 3.2.3: by UTF-16 code units, so an emoji stands before U+FB33. */
  @Test
  void keysAreSortedByCodeUnits() {
    Map<String, Object> value = new LinkedHashMap<>();
    List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")
        .forEach(key -> value.put(key, 0));
    assertThat(CanonicalJson.of(value))
        .isEqualTo(
            "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
  }

  /** Appendix B of the RFC. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2",
  })
  void numbersAreWrittenAsTheStandardSays(String bits, String expected) {
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.of(number)).isEqualTo(expected);
  }

  @Test
  void numbersThatADoubleCannotHoldStayDifferent() {
    assertThat(CanonicalJson.of(new BigInteger("9007199254740993"))).isEqualTo("9007199254740993");
    assertThat(CanonicalJson.of(new BigInteger("9007199254740992"))).isEqualTo("9007199254740992");
    assertThat(CanonicalJson.of(new BigDecimal("0.10000000000000000001")))
        .isEqualTo("0.10000000000000000001");
    assertThat(CanonicalJson.of(new BigDecimal("1e-400"))).isEqualTo("1e-400");
  }

  @Test
  void howANumberWasWrittenDoesNotMatter() {
    assertThat(CanonicalJson.of(new BigDecimal("4.500"))).isEqualTo("4.5");
    assertThat(CanonicalJson.of(new BigDecimal("1E2"))).isEqualTo("100");
    assertThat(CanonicalJson.of(100L)).isEqualTo("100");
    assertThat(CanonicalJson.of(100)).isEqualTo("100");
  }

  @Test
  void whatIsWrittenIsJsonAndReadsAsTheSame() {
    Map<String, Object> value =
        Map.of("a", List.of(1, "井盖\u0001\u007f\u2028", Map.of()), "b", Map.of("c", List.of()));
    var json = JsonMapper.builder().build();
    assertThat(json.readValue(CanonicalJson.of(value), Map.class)).isEqualTo(value);
  }

  @Test
  void whatIsNotJsonIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(new int[] {1}));
  }
}
