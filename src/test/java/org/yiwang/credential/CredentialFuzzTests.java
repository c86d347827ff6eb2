package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to a token, a PDF or an OFD: a finding, never an error, and never genuine. */
class CredentialFuzzTests {
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~.=+/ \u0000\u4e00\"{}[],";

  // Each try has an instance of its own; a font is opened once for all of them.
  private static final Forge FORGE = Forge.es256();
  private static final PaperForge PAPERS = new PaperForge(FORGE);
  private static final SdJwt HONEST = FORGE.honest();
  private static final String TOKEN = HONEST.compact();
  private static byte[] pdf = {};
  private static byte[] ofd = {};

  @Property(tries = 3000)
  void aTokenThatWasTouchedIsNotGenuine(@ForAll Random chance) {
    String touched = TOKEN;
    for (int i = chance.nextInt(4); i >= 0; i--) {
      touched = touched(touched, chance);
    }
    Finding finding = FORGE.check(touched, null, false);
    assertThat(finding == Finding.GENUINE && !saysNothingElse(touched)).as(touched).isFalse();
  }

  /** A holder may leave disclosures out; that is what they are for. */
  private boolean saysNothingElse(String touched) {
    Set<String> parts = new HashSet<>(Set.of(touched.split("~", -1)));
    parts.remove("");
    Set<String> known = Set.of(TOKEN.split("~"));
    return touched.startsWith(HONEST.issuerJwt() + "~") && known.containsAll(parts);
  }

  private static String touched(String token, Random chance) {
    int at = chance.nextInt(token.length() + 1);
    int to = Math.min(token.length(), at + chance.nextInt(30));
    char letter = LETTERS.charAt(chance.nextInt(LETTERS.length()));
    return switch (chance.nextInt(5)) {
      case 0 -> token.substring(0, at) + letter + token.substring(at);
      case 1 -> token.substring(0, at) + token.substring(to);
      case 2 -> token.substring(0, at) + token.substring(at, to) + token.substring(at);
      case 3 -> token.substring(0, at) + letter + token.substring(Math.min(token.length(), at + 1));
      default -> token.substring(0, Math.max(1, at));
    };
  }

  @Property(tries = 500)
  void anyWordsAtAllAreJudged(@ForAll String words) {
    assertThat(FORGE.check(words, null, false)).isNotEqualTo(Finding.GENUINE);
  }

  @Property(tries = 250)
  void aPdfThatWasTouchedIsNotGenuine(@ForAll Random chance) {
    pdf = pdf.length == 0 ? PAPERS.honest(true) : pdf;
    assertThat(PAPERS.check(pdf)).isEqualTo(Finding.GENUINE);
    assertThat(PAPERS.check(touched(pdf, chance))).isNotEqualTo(Finding.GENUINE);
  }

  @Property(tries = 600)
  void anOfdThatWasTouchedIsNotGenuine(@ForAll Random chance) {
    ofd = ofd.length == 0 ? PAPERS.honest(false) : ofd;
    assertThat(PAPERS.check(ofd)).isEqualTo(Finding.GENUINE);
    assertThat(PAPERS.check(touched(ofd, chance))).isNotEqualTo(Finding.GENUINE);
  }

  @Property(tries = 300)
  void anyBytesAtAllAreJudged(@ForAll byte[] bytes, @ForAll Random chance) {
    byte[] begun = java.util.Arrays.copyOf(bytes, bytes.length + 8);
    byte[] start =
        chance.nextBoolean() ? new byte[] {'%', 'P', 'D', 'F'} : new byte[] {'P', 'K', 3, 4};
    System.arraycopy(start, 0, begun, 0, start.length);
    assertThat(PAPERS.check(begun)).isEqualTo(Finding.UNREADABLE);
    assertThat(QrPicture.read(bytes)).isEmpty();
  }

  private static byte[] touched(byte[] file, Random chance) {
    byte[] touched = file.clone();
    int at = chance.nextInt(file.length);
    return switch (chance.nextInt(4)) {
      case 0 -> java.util.Arrays.copyOf(touched, at);
      case 1 -> java.util.Arrays.copyOf(touched, file.length + 1 + chance.nextInt(50));
      case 2 -> {
        int length = Math.min(file.length - at, 1 + chance.nextInt(200));
        byte before = touched[at];
        for (int i = at; i < at + length; i++) {
          touched[i] = (byte) chance.nextInt();
        }
        touched[at] = (byte) (before ^ (1 + chance.nextInt(255)));
        yield touched;
      }
      default -> {
        touched[at] ^= (byte) (1 << chance.nextInt(8));
        yield touched;
      }
    };
  }
}
