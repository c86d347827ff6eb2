package org.yiwang.credential;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What somebody may try with time and the status list, with size and spelling, and on paper. */
@Tag("rfc9901")
class SpellingAttackTests {
  private final Forge forge = Forge.es256();

  /** The attacks of this theme, by group. */
  static Map<String, Stream<Attack>> all() {
    return new SpellingAttackTests().groups();
  }

  private Map<String, Stream<Attack>> groups() {
    Map<String, Stream<Attack>> groups = new LinkedHashMap<>();
    groups.put("Time and status list 时间与状态列表", onTheList());
    groups.put("Size and spelling 大小与写法", onSpelling());
    groups.put("Printed page and code 打印件与二维码", onPaper());
    return groups;
  }

  @TestFactory
  Stream<DynamicTest> eachAttackIsRefused() {
    return Attack.tests(groups());
  }

  private Stream<Attack> onTheList() {
    return Stream.of(
        new Attack(
            "expired",
            () -> forge.with(p -> p.put("exp", Forge.NOW.getEpochSecond())),
            Finding.EXPIRED),
        new Attack(
            "not yet valid",
            () -> forge.with(p -> p.put("nbf", Forge.NOW.getEpochSecond() + 600)),
            Finding.NOT_YET),
        new Attack("revoked", this::revoked, Finding.REVOKED),
        new Attack("revoked and expired", this::revokedAndExpired, Finding.REVOKED),
        new Attack("a status list signed by another", this::foreignList, Finding.NOT_CHECKED),
        new Attack(
            "a status list rolled back to before its time",
            () -> listed(p -> p.put("exp", Forge.NOW.getEpochSecond() - 1)),
            Finding.NOT_CHECKED),
        new Attack(
            "a status list from the future",
            () -> listed(p -> p.put("iat", Forge.NOW.getEpochSecond() + 3600)),
            Finding.NOT_CHECKED),
        new Attack(
            "a status list without a date",
            () -> listed(p -> p.remove("iat")),
            Finding.NOT_CHECKED),
        new Attack(
            "the status list of another address",
            () -> listed(p -> p.put("sub", Forge.URL + "/status/1")),
            Finding.NOT_CHECKED),
        new Attack(
            "a status list that unpacks without end",
            SpellingAttackTests::bomb,
            Finding.NOT_CHECKED),
        new Attack("null for a status list", SpellingAttackTests::nullList, Finding.NOT_CHECKED),
        new Attack(
            "a status list of three bits each",
            () -> listed(p -> p.put("status_list", Map.of("bits", 3, "lst", "AA"))),
            Finding.NOT_CHECKED),
        new Attack(
            "a status list elsewhere",
            () -> forge.with(p -> p.put("status", place("https://evil.example/0", 7))),
            Finding.NOT_CHECKED),
        new Attack(
            "a place beyond the list",
            () -> forge.with(p -> p.put("status", place(Forge.URL + "/status/0", 1 << 20))),
            Finding.NOT_CHECKED),
        new Attack(
            "a place before the list",
            () -> forge.with(p -> p.put("status", place(Forge.URL + "/status/0", -1))),
            Finding.NOT_CHECKED),
        new Attack(
            "a status of an unknown kind",
            () -> forge.with(p -> p.put("status", Map.of("other", 1))),
            Finding.UNREADABLE));
  }

  private Stream<Attack> onSpelling() {
    return Stream.of(
        new Attack(
            "oversize", () -> forge.check("a".repeat(70_000), null, false), Finding.TOO_LARGE),
        new Attack(
            "ten thousand disclosures",
            () -> forge.check(forge.honest().unbound() + "WyJhIl0~".repeat(10_000), null, false),
            Finding.TOO_LARGE),
        new Attack(
            "a thousand disclosures",
            () -> forge.check(forge.honest().unbound() + "WyJhIl0~".repeat(1000), null, false),
            Finding.UNREADABLE),
        new Attack("brackets twenty thousand deep", this::brackets, Finding.UNREADABLE),
        new Attack("null for the header", () -> nullAt(0), Finding.UNREADABLE),
        new Attack("null for the payload", () -> nullAt(1), Finding.UNREADABLE),
        new Attack("null for both", this::onlyNull, Finding.UNREADABLE),
        new Attack("a name twice in the JSON", this::nameTwice, Finding.UNREADABLE),
        new Attack("something behind the JSON", this::trailing, Finding.UNREADABLE),
        new Attack(
            "base64 spelt otherwise",
            () -> forge.check(forge.sign(forge.payload()) + "=~", null, false),
            Finding.UNREADABLE),
        new Attack(
            "a fourth part",
            () -> forge.check(forge.sign(forge.payload()) + ".AA~", null, false),
            Finding.UNREADABLE),
        new Attack(
            "the JSON spelling of a token",
            () -> forge.check("{\"payload\":\"e30\",\"signatures\":[]}", null, false),
            Finding.UNREADABLE),
        new Attack("rubbish", () -> forge.check("a.b.c~", null, false), Finding.UNREADABLE),
        new Attack("only separators", () -> forge.check("~~~~", null, false), Finding.UNREADABLE),
        new Attack("nothing", () -> forge.check("", null, false), Finding.UNREADABLE));
  }

  private Stream<Attack> onPaper() {
    return Stream.of(
        new Attack(
            "a PDF with one byte changed", () -> papers().changed(true), Finding.NOT_MATCHING),
        new Attack(
            "an OFD with one byte changed", () -> papers().changed(false), Finding.NOT_MATCHING),
        new Attack("a PDF saved anew", () -> papers().unsigned(true), Finding.UNREADABLE),
        new Attack("an OFD packed anew", () -> papers().unsigned(false), Finding.UNREADABLE),
        new Attack(
            "a PDF with an update behind it", () -> papers().appended(true), Finding.NOT_MATCHING),
        new Attack(
            "an OFD with something behind it",
            () -> papers().appended(false),
            Finding.NOT_MATCHING),
        new Attack(
            "another page around a genuine credential",
            () -> papers().otherPage(),
            Finding.NOT_MATCHING),
        new Attack(
            "another's signature under a PDF",
            () -> papers().otherSigner(true),
            Finding.NOT_MATCHING),
        new Attack(
            "another's signature under an OFD",
            () -> papers().otherSigner(false),
            Finding.NOT_MATCHING),
        new Attack(
            "an OFD with entities in its XML", () -> papers().entities(), Finding.NOT_MATCHING),
        new Attack("a code cut off in the signature", () -> cutToken(0.3), Finding.UNREADABLE),
        new Attack("a code cut off in the disclosures", () -> cutToken(0.97), Finding.UNREADABLE));
  }

  private PaperForge papers() {
    return new PaperForge(forge);
  }

  private Finding revoked() {
    Forge issuer = Forge.es256();
    issuer.revoke();
    return issuer.check(issuer.honest());
  }

  private Finding foreignList() {
    Forge issuer = Forge.es256();
    issuer.listBy(Forge.es256());
    return issuer.check(issuer.honest());
  }

  private static Map<String, Object> place(String uri, int index) {
    return Map.of("status_list", Map.of("idx", index, "uri", uri));
  }

  private Finding nameTwice() {
    String payload = "{\"iss\":\"https://evil.example\",\"iss\":\"" + Forge.URL + "\"}";
    String jwt =
        Letters.encode(Letters.json(forge.header("ES256"))) + "." + Letters.encode(payload) + ".AA";
    return forge.check(jwt + "~", null, false);
  }

  private Finding revokedAndExpired() {
    Forge issuer = Forge.es256();
    issuer.revoke();
    Map<String, Object> payload = issuer.payload();
    payload.put("exp", Forge.NOW.getEpochSecond());
    return issuer.check(new SdJwt(issuer.sign(payload), List.of(), null));
  }

  private static Finding listed(Consumer<Map<String, Object>> change) {
    Forge issuer = Forge.es256();
    issuer.list(change);
    return issuer.check(issuer.honest());
  }

  /** Signed by its issuer, and nothing. */
  private static Finding nullList() {
    Forge issuer = Forge.es256();
    issuer.listSpelt("null");
    return issuer.check(issuer.honest());
  }

  private static Finding bomb() {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[16 << 20]);
    deflater.finish();
    byte[] packed = new byte[1 << 20];
    byte[] some = Arrays.copyOf(packed, deflater.deflate(packed));
    deflater.end();
    return listed(p -> p.put("status_list", Map.of("bits", 1, "lst", Letters.encode(some))));
  }

  private Finding brackets() {
    String payload = "[".repeat(20_000);
    String jwt =
        Letters.encode(Letters.json(forge.header("ES256"))) + "." + Letters.encode(payload) + ".AA";
    return forge.check(jwt + "~", null, false);
  }

  private Finding nullAt(int part) {
    String[] parts = forge.sign(forge.payload()).split("\\.");
    parts[part] = Letters.encode("null");
    return forge.check(String.join(".", parts) + "~", null, false);
  }

  private Finding onlyNull() {
    String nothing = Letters.encode("null");
    return forge.check(nothing + "." + nothing + ".AA~", null, false);
  }

  private Finding trailing() {
    String payload = Letters.json(forge.payload()) + "{}";
    String jwt =
        Letters.encode(Letters.json(forge.header("ES256"))) + "." + Letters.encode(payload) + ".AA";
    return forge.check(jwt + "~", null, false);
  }

  private Finding cutToken(double share) {
    String whole = forge.honest().compact();
    return forge.check(whole.substring(0, (int) (whole.length() * share)), null, false);
  }
}
