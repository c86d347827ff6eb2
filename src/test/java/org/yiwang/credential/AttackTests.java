package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.Bomb;
import org.yiwang.pack.Text;

/**
 * An honest credential is genuine, and what somebody may try with one stands in
 * docs/credential-attacks.md, which is made from here: {@code mvn -Dfast test -Dtest=AttackTests
 * -Dyiwang.refresh=true}.
 */
@Tag("rfc9901")
class AttackTests {
  private static final Path TABLE = Path.of("docs/credential-attacks.md");

  private final Forge forge = Forge.es256();

  private static Map<String, Stream<Attack>> all() {
    Map<String, Stream<Attack>> all = new LinkedHashMap<>();
    all.putAll(SignatureAttackTests.all());
    all.putAll(DisclosureAttackTests.all());
    all.putAll(SpellingAttackTests.all());
    return all;
  }

  @Test
  void anHonestCredentialIsGenuine() {
    assertThat(forge.check(forge.honest())).isEqualTo(Finding.GENUINE);
    assertThat(forge.checkBound(forge.bound(forge.honest(), forge.holder)))
        .isEqualTo(Finding.GENUINE);
    Forge sm2 = new Forge(CredentialType.Signature.SM2);
    assertThat(sm2.check(sm2.honest())).isEqualTo(Finding.GENUINE);
  }

  /** A table of references of three megabytes that unpacks into three gigabytes. */
  @Test
  void aFileThatNobodyWeKnowHasSignedIsNotOpened() {
    byte[] packed = Bomb.zeros(3000);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ("%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 4 2]/Size 400000000/Root 2 0 R"
                + "/Filter/FlateDecode/Length %d>>stream\n".formatted(packed.length))
            .getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(packed);
    file.writeBytes("\nendstream\nendobj\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    CheckPaper paper = new CheckPaper(url -> java.util.Optional.empty());
    Instant now = Instant.parse("2026-11-25T08:00:00Z");

    assertThat(paper.check(file.toByteArray(), now).finding()).isEqualTo(Finding.UNREADABLE);
    file.writeBytes((SealPaper.PDF_MARK + "a.b.c\n").getBytes(StandardCharsets.US_ASCII));
    assertThat(paper.check(file.toByteArray(), now).finding()).isEqualTo(Finding.NOT_MATCHING);
  }

  @Test
  void theTableSaysWhatIsTested() throws IOException {
    String made = table();
    if (Boolean.getBoolean("yiwang.refresh")) {
      Files.writeString(TABLE, made);
    }
    assertThat(Files.readString(TABLE))
        .as("stale; refresh it with: mvn -Dfast test -Dtest=AttackTests -Dyiwang.refresh=true")
        .isEqualTo(made);
  }

  private static String line(Attack attack) {
    return line(attack.name(), attack.told().code(), attack.told().says());
  }

  private static String line(LinkAttack attack) {
    return line(attack.name(), attack.told().code(), attack.told().says());
  }

  private static String line(String name, String code, Text says) {
    return "| %s | `%s`: %s |\n".formatted(name, code, says.en());
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            """
            # Attacks on credentials, and what each is told
            Made by `AttackTests` from `SignatureAttackTests`, `DisclosureAttackTests`, `SpellingAttackTests` and `RequestAttackTests`, which try every line. What whoever checks is told stands in `Finding`, what a holder is told of a request link in `AskedRefusals`.

            """);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    all().forEach((group, attacks) -> lines.put(group, attacks.map(AttackTests::line).toList()));
    RequestAttackTests.all()
        .forEach((group, attacks) -> lines.put(group, attacks.map(AttackTests::line).toList()));
    lines.forEach(
        (group, tried) ->
            table
                .append("## " + group + "\n| tried | told |\n|---|---|\n")
                .append(String.join("", tried))
                .append('\n'));
    long count = lines.values().stream().mapToLong(List::size).sum();
    return table
        .append(
            """
            ## Held by other tests
            | tried | where |
            |---|---|
            | algorithm none, wrong key, replay, disclosed too much, swapped holder: sent to `POST /api/verify` and by the form of `/verify` | `VerifyAttackTests` |
            | a presentation used a second time, by token or by code; by many at once | `CredentialTests` |
            | a presentation after it was withdrawn, or after its time | `CredentialTests` |
            | a presentation of another region used twice; a region with which nothing was agreed | `RegionTests` |
            | a token that makes us fetch keys from an address of its own, or from inside our network | `RegionTests` |
            | a trusted region that answers one letter at a time, or not at all | `SlowRegionTests` |
            | a small picture that claims to be a huge one; many pictures at once | `CodeOnPictureTests`, `VerifyApiPictureTests` |
            | an answer to a request link twice, by a guessed state, with another nonce, after its time, taken by another account or with another code | `RequestLinkTests`, `AskedOverTests` |
            | any token, PDF or OFD changed at random places: never an error, never genuine | `CredentialFuzzTests` |
            | the signature of ES256 mirrored (r, n-s): another spelling of the same signature; it says nothing else, is used no more often, and breaks a holder's or a paper's signature over it | `SignatureAttackTests` |

            Two things a checker has to know. A status list counts for twelve hours: who can keep a checker from the network
            can show it a list of that age. A whole token that asks for no holder's signature, as on a printed page, can be
            shown again by whoever has seen it: compare the person.
            """)
        .insert(table.indexOf("\n\n##"), "\n\n%d attacks.".formatted(count))
        .toString();
  }
}
