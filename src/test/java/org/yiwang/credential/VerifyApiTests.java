package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.page.Darkroom;
import org.yiwang.page.QrCode;
import org.yiwang.party.Parties;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import tools.jackson.databind.JsonNode;

/** What {@code POST /api/verify} answers: the fields of the JSON, and each finding by its own. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class VerifyApiTests {
  private static final Set<String> BARE = Set.of("finding", "genuine", "says", "next");
  private static final Set<String> WITH_CLAIMS =
      Set.of("finding", "genuine", "says", "next", "credential", "claims");
  private static final Set<String> DATED =
      Set.of("issuer", "issuer-name", "type", "name", "number", "unit", "issued", "expires");
  private static final Set<String> SHARED =
      Set.of(
          "issuer",
          "issuer-name",
          "type",
          "name",
          "unit",
          "issued",
          "expires",
          "recipient",
          "purpose");

  @LocalServerPort private int port;
  @Autowired private Credentials credentials;
  @Autowired private CredentialStore store;
  @Autowired private IssuerKeys keys;
  @Autowired private PaperFont font;
  @Autowired private ReadCode codes;
  @Autowired private OwnAddress address;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;

  private final Forge stranger = Forge.es256();
  private Credential card;
  private String token = "";

  @BeforeEach
  void aCardIsIssued() {
    card = issue();
    token = store.find(card.id()).orElseThrow().token();
  }

  @Test
  void aGenuineTokenIsToldWithAllThatItSays() {
    JsonNode told = told(ask(token), Finding.GENUINE, WITH_CLAIMS);
    JsonNode credential = told.path("credential");
    assertThat(names(credential)).isEqualTo(DATED);
    assertThat(credential.path("issuer").asString()).isEqualTo(address.now());
    assertThat(credential.path("type").asString()).isEqualTo("library-card");
    assertThat(credential.at("/name/zh").asString()).isEqualTo("借书证");
    assertThat(credential.at("/name/en").asString()).isEqualTo("Library card");
    assertThat(credential.path("number").asString()).isEqualTo(card.number());
    assertThat(names(credential.path("unit"))).containsExactly("en", "zh");
    assertThat(names(credential.path("issuer-name"))).containsExactly("en", "zh");
    Instant issued = Instant.parse(credential.path("issued").asString());
    assertThat(Instant.parse(credential.path("expires").asString())).isAfter(issued);
    assertThat(names(told.path("claims"))).containsExactly("born", "level", "reader");
    assertThat(told.at("/claims/reader").asString()).isEqualTo("小梅");
    assertThat(told.at("/claims/born").asString()).isEqualTo("2001-05-06");
    assertThat(told.at("/claims/level").asString()).isEqualTo("1");
  }

  @Test
  void everyWayOfShowingTellsTheSameFindingsApart() throws IOException {
    for (Way way : Way.values()) {
      Case told = new Case(way);
      told.is("genuine", token, Finding.GENUINE);
      told.is("expired", expired(), Finding.EXPIRED);
      told.is("of a stranger", stranger.honest().compact(), Finding.UNKNOWN_ISSUER);
      told.is("signed by another key", byAnother(), way.paper(Finding.UNKNOWN_KEY));
    }
    credentials.revoke(card.id(), Text.same("test"), Actor.SYSTEM);
    for (Way way : Way.values()) {
      new Case(way).is("revoked", token, Finding.REVOKED);
    }
  }

  @Test
  void whatWasChangedIsToldByWhatWasChanged() throws IOException {
    told(ask(longer()), Finding.TAMPERED, BARE);
    told(ask(changed(token, token.indexOf('~') - 40)), Finding.TAMPERED, BARE);
    told(ask(otherSalt()), Finding.NOT_MATCHING, BARE);
    told(ask(token.substring(0, token.indexOf('.') + 60)), Finding.UNREADABLE, BARE);
    told(send(picture(longer())), Finding.TAMPERED, BARE);
    for (Way way : List.of(Way.PDF, Way.OFD)) {
      byte[] file = shown(way, token);
      file[file.length / 3] ^= 1;
      told(send(file), Finding.NOT_MATCHING, BARE);
    }
  }

  @Test
  void aSharedCodeTellsItsRecipientAndIsUsedOnce() throws IOException {
    Presentation once = present();
    for (String way :
        List.of(once.code(), address.now() + "/verify/" + once.code(), once.token())) {
      shared(ask(way));
    }
    shared(send(picture(address.now() + "/verify/" + once.code())));

    told(ask(once.code(), "别家"), Finding.WRONG_RECIPIENT, BARE);
    told(ask(token, "隔壁书店"), Finding.HOLDER_NOT_PROVEN, BARE);
    JsonNode used = told(ask(once.code(), "隔壁书店"), Finding.GENUINE, WITH_CLAIMS);
    assertThat(names(used.path("claims"))).containsExactly("level", "reader");
    assertThat(used.at("/credential/purpose").asString()).isEqualTo("会员折扣");
    told(ask(once.code(), "隔壁书店"), Finding.ALREADY_USED, BARE);
    told(ask(once.code()), Finding.ALREADY_USED, BARE);
  }

  private static void shared(Answer answer) {
    JsonNode told = told(answer, Finding.FOR_RECIPIENT, WITH_CLAIMS);
    assertThat(names(told.path("credential"))).isEqualTo(SHARED);
    assertThat(told.at("/credential/recipient").asString()).isEqualTo("隔壁书店");
    assertThat(told.path("claims").isEmpty()).isTrue();
    assertThat(answer.body()).doesNotContain("小梅");
  }

  @Test
  void rubbishIsToldAsRubbish() throws IOException {
    for (String rubbish :
        List.of("a.b.c~", "~~~~", "{\"iss\":\"x\"}", "你好", "ABCD2345ABCD2345ABCD")) {
      told(ask(rubbish), Finding.UNREADABLE, BARE);
    }
    told(send("%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8)), Finding.UNREADABLE, BARE);
    told(send(new byte[500]), Finding.UNREADABLE, BARE);
    told(send(png(new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB))), Finding.NO_CODE, BARE);
    told(send(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}), Finding.NO_CODE, BARE);
    told(send(picture("https://example.org/menu")), Finding.UNREADABLE, BARE);
  }

  /** The JSON word null is no header, no payload, no disclosure and no proof. */
  @Test
  void nullIsRubbishWhereverItStands() {
    String nothing = Letters.encode("null");
    String jwt = SdJwt.parse(token).issuerJwt();
    Person reader = visitor();
    assertThat(reader.get("/verify").good()).isTrue();
    for (String rubbish :
        List.of(
            nothing + "." + nothing + ".AA~",
            jwt.replaceFirst("\\.[^.]+\\.", "." + nothing + ".") + "~",
            jwt + "~" + nothing + "~",
            token + nothing,
            token + nothing + "." + nothing + ".AA")) {
      told(ask(rubbish), Finding.UNREADABLE, BARE);
      told(ask(rubbish, "隔壁书店"), Finding.UNREADABLE, BARE);
      Answer page = reader.form("/verify", Map.of("token", rubbish));
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.words()).contains(Finding.UNREADABLE.says().zh());
    }
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    told(ask("a".repeat(SdJwt.MOST_CHARACTERS + 1)), Finding.TOO_LARGE, BARE);
    told(ask("~".repeat(3_000_000)), Finding.TOO_LARGE, BARE);
    told(send(new byte[4_000_000]), Finding.UNREADABLE, BARE);
    refused(send(new byte[61 * 1024 * 1024]), 413, "too-large");
  }

  @Test
  void aTrapOfFortyMillionPixelsHoldsNoCode() throws IOException {
    byte[] trap = png(new BufferedImage(6300, 6300, BufferedImage.TYPE_BYTE_BINARY));
    told(send(trap), Finding.NO_CODE, BARE);
  }

  @Test
  void whenTooManyPicturesAreReadTheNextIsAskedToComeAgainAndNothingHangs()
      throws IOException, InterruptedException {
    byte[] picture = picture(token);
    Person reader = visitor();
    assertThat(reader.get("/verify").good()).isTrue();
    int atOnce = Darkroom.halfOfTheProcessors();
    CountDownLatch end = CodeOnPictureTests.fill(codes.darkroom(), atOnce);
    try {
      refused(send(picture), 503, "pictures-busy");
      Answer page = reader.file("/verify", "file", picture);
      assertThat(page.status()).isEqualTo(503);
      assertThat(page.words()).contains("现在查验照片的人很多", "或粘贴二维码里的文字", "二维码里的文字、链接或 20 位代码");
      told(ask(token), Finding.GENUINE, WITH_CLAIMS);
    } finally {
      end.countDown();
    }
  }

  @Test
  void whoeverSendsNothingIsToldWhatToSend() {
    refused(ask(""), 422, "verify-nothing");
    refused(ask("  \n"), 422, "verify-nothing");
    refused(visitor().post("/api/verify", Map.of()), 422, "verify-nothing");
    refused(send(new byte[0]), 422, "verify-nothing");
    refused(visitor().post("/api/verify", List.of("x")), 400, "unreadable-request");
    refused(
        visitor().form("/api/verify", Map.of("other", "x"), Map.of()), 400, "unreadable-request");
  }

  /** How something is shown to the one who checks. */
  private enum Way {
    TEXT,
    PICTURE,
    PDF,
    OFD;

    /** A file is not opened unless a key that its issuer published has signed it. */
    Finding paper(Finding ofToken) {
      return this == PDF || this == OFD ? Finding.NOT_MATCHING : ofToken;
    }
  }

  private final class Case {
    private final Way way;

    Case(Way way) {
      this.way = way;
    }

    void is(String what, String shown, Finding finding) throws IOException {
      Answer answer = way == Way.TEXT ? ask(shown) : send(shown(way, shown));
      assertThat(answer.json().path("finding").asString())
          .as(what + " as " + way)
          .isEqualTo(finding.code());
      told(answer, finding, finding.authentic() ? WITH_CLAIMS : BARE);
    }
  }

  private static JsonNode told(Answer answer, Finding finding, Set<String> fields) {
    assertThat(answer.status()).isEqualTo(200);
    JsonNode told = answer.json();
    assertThat(told.path("finding").asString()).isEqualTo(finding.code());
    assertThat(names(told)).isEqualTo(fields);
    assertThat(told.path("genuine").asBoolean()).isEqualTo(finding == Finding.GENUINE);
    assertThat(told.at("/says/zh").asString()).isEqualTo(finding.says().zh());
    assertThat(told.at("/says/en").asString()).isEqualTo(finding.says().en());
    assertThat(told.at("/next/zh").asString()).isEqualTo(finding.next().zh());
    assertThat(told.at("/next/en").asString()).isEqualTo(finding.next().en());
    return told;
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("type").asString()).isEqualTo("urn:yiwang:problem:" + code);
    assertThat(answer.json().path("next").asString()).isNotBlank();
  }

  private static Set<String> names(JsonNode node) {
    return new TreeSet<>(node.propertyNames());
  }

  private Person visitor() {
    return new Person(URI.create("http://127.0.0.1:" + port));
  }

  private Answer ask(String shown) {
    return visitor().post("/api/verify", Map.of("token", shown));
  }

  private Answer ask(String shown, String recipient) {
    return visitor().post("/api/verify", Map.of("token", shown, "recipient", recipient));
  }

  private Answer send(byte[] file) {
    return visitor().file("/api/verify", "file", file);
  }

  private static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  /** Ours in everything but that its time is over. */
  private String expired() {
    SdJwt whole = SdJwt.parse(token);
    Map<String, Object> payload = new LinkedHashMap<>(Jws.parse(whole.issuerJwt()).payload());
    payload.put("exp", Objects.requireNonNull(Jws.parse(whole.issuerJwt()).seconds("iat")) - 60);
    return signed(keys.current(CredentialType.Signature.ES256), payload, whole);
  }

  /** Somebody made it count for longer than its issuer signed. */
  private String longer() {
    SdJwt whole = SdJwt.parse(token);
    Jws jws = Jws.parse(whole.issuerJwt());
    Map<String, Object> payload = new LinkedHashMap<>(jws.payload());
    payload.put("exp", Objects.requireNonNull(jws.seconds("exp")) + 1_000_000);
    String jwt = Forge.assemble(jws.header(), payload, jws.signature());
    return new SdJwt(jwt, whole.disclosures(), null).compact();
  }

  /** The same claim and value, but not as they were signed. */
  private String otherSalt() {
    Disclosure signed = SdJwt.parse(token).disclosures().getFirst();
    String salted = Disclosure.of(Objects.requireNonNull(signed.name()), signed.value()).encoded();
    return token.replace(signed.encoded(), salted);
  }

  /** In our name, by a key that we never published. */
  private String byAnother() {
    SdJwt whole = SdJwt.parse(token);
    return signed(stranger.key, Jws.parse(whole.issuerJwt()).payload(), whole);
  }

  private static String signed(SigningKey key, Map<String, Object> payload, SdJwt whole) {
    String jwt = Jws.sign(key, IssueCredential.TYPE, payload, true);
    return new SdJwt(jwt, whole.disclosures(), null).compact();
  }

  private byte[] shown(Way way, String shown) throws IOException {
    if (way == Way.PICTURE) {
      return picture(shown);
    }
    assumeTrue(font.present(), "No Chinese font on this machine: not tried");
    String kid = String.valueOf(Jws.parse(SdJwt.parse(shown).issuerJwt()).header().get("kid"));
    SigningKey own = keys.current(CredentialType.Signature.ES256);
    SigningKey by = kid.equals(own.id()) ? own : stranger.key;
    boolean pdf = way == Way.PDF;
    byte[] page = pdf ? pdf(shown) : ofd(shown);
    SealPaper.Signed signature = SealPaper.signed(page, shown, by, Instant.now());
    return pdf ? SealPaper.pdf(page, signature) : SealPaper.ofd(page, signature);
  }

  private byte[] pdf(String inside) throws IOException {
    PdfInk ink = new PdfInk(font);
    ink.words("借书证", PaperInk.Place.of(100, 700), 30);
    return PdfPaper.file(ink, "借书证", inside);
  }

  private byte[] ofd(String inside) throws IOException {
    OfdInk ink = new OfdInk(font);
    ink.words("借书证", PaperInk.Place.of(100, 700), 30);
    return OfdPaper.file(ink, new OfdPaper.About("借书证", Forge.NOW, inside));
  }

  private static byte[] picture(String letters) throws IOException {
    var matrix = QrCode.matrix(letters);
    int size = matrix.getWidth() * 4;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        picture.setRGB(x, y, matrix.get(x / 4, y / 4) ? 0 : 0xffffff);
      }
    }
    return png(picture);
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  private Credential issue() {
    NewCredential wanted =
        new NewCredential(
            "library-card",
            parties.ofAccount("verify-api", "小梅"),
            Map.of("reader", "小梅", "born", "2001-05-06", "level", "1"),
            null,
            "LC-1",
            Actor.SYSTEM);
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> credentials.issue(wanted)));
  }

  private Presentation present() {
    return credentials.present(
        new PresentRequest(
            card.id(), Set.of("reader"), "会员折扣", "隔壁书店", Duration.ofDays(1), Actor.SYSTEM));
  }
}
