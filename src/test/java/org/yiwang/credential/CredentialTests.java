package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Vault;
import org.yiwang.identity.Visitor;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;

/** A library card from its issue to its last use, and what nobody can do with it. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class CredentialTests {
  private static final String DESK = "card-desk";

  @LocalServerPort private int port;
  @Autowired private Credentials credentials;
  @Autowired private Issuers issuers;
  @Autowired private IssuerKeys keys;
  @Autowired private PrintCredential print;
  @Autowired private VerifyPaper paper;
  @Autowired private PaperFont font;
  @Autowired private StatusLists lists;
  @Autowired private CredentialStore store;
  @Autowired private ListStore listStore;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Journal journal;
  @Autowired private DistrictTime time;
  @Autowired private JdbcClient sql;
  @Autowired private Vault vault;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void aHolderSeesACardAndPresentsItOnceOnPages() {
    Credential card = issue(mei());
    Visitor mei = new Visitor(port);
    mei.signIn("mei", "yiwang-demo");

    assertThat(mei.get("/wallet").body()).contains(card.number()).contains("借书证");
    String here = "/wallet/" + card.id();
    assertThat(mei.get(here).body()).contains("小梅").contains("2001-05-06");

    HttpResponse<String> made =
        mei.send(
            here + "/present",
            here + "/present",
            "claims",
            "reader",
            "recipient",
            "other",
            "other",
            "隔壁书店",
            "purpose",
            "会员折扣",
            "lasts",
            "day");
    assertThat(made.statusCode()).isEqualTo(303);
    String shown = mei.get(Visitor.location(made)).body();
    String code = shown.replaceAll("(?s).*/verify/([A-Z2-9]{20}).*", "$1");

    Visitor shop = new Visitor(port);
    String first = shop.get("/verify/" + code).body();
    assertThat(first).contains("隔壁书店").contains("会员折扣").doesNotContain("小梅");
    String used =
        shop.send("/verify/" + code, "/verify", "token", code, "recipient", "隔壁书店").body();
    assertThat(used).contains("真实有效").contains("小梅").doesNotContain("2001-05-06");
    assertThat(shop.send("/verify", "/verify", "token", code, "recipient", "隔壁书店").body())
        .contains("已经用过")
        .doesNotContain("小梅");
    assertThat(mei.get(here).body()).contains("隔壁书店").contains("已使用");
  }

  @Test
  void nobodyElseSeesACard() {
    Credential card = issue(mei());
    Visitor other = new Visitor(port);
    assertThat(other.get("/wallet/" + card.id()).statusCode()).isIn(302, 303);
    other.signIn("bo", "yiwang-demo");
    assertThat(other.get("/wallet/" + card.id()).statusCode()).isEqualTo(404);
    assertThat(other.get("/wallet/" + card.id() + "/present").statusCode()).isEqualTo(404);
  }

  @Test
  void aPresentationIsTakenOnceByWhomItIsFor() {
    Credential card = issue(mei());
    Presentation once = present(card, Set.of("reader"), DESK);

    refused(() -> credentials.take(once.token(), "club"), "credential-wrong-recipient");
    Map<String, String> claims = credentials.take(once.token(), DESK);
    assertThat(claims).containsOnlyKeys("reader", "level").containsEntry("reader", "小梅");
    refused(() -> credentials.take(once.token(), DESK), "credential-already-used");
    refused(() -> credentials.take(once.code(), DESK), "credential-already-used");
    assertThat(kinds(card))
        .containsExactly("credential.issued", "credential.presented", "credential.used");
  }

  @Test
  void aPresentationTakenBackOrOverIsRefused() {
    Credential card = issue(mei());
    Presentation over = present(card, Set.of(), DESK);
    refused(
        () ->
            time.at(
                time.instant().plus(Duration.ofDays(2)),
                () -> credentials.take(over.token(), DESK)),
        "credential-over");

    Presentation withdrawn = present(card, Set.of("born"), DESK);
    Visitor mei = new Visitor(port);
    mei.signIn("mei", "yiwang-demo");
    String page = "/wallet/presentations/" + withdrawn.id();
    assertThat(mei.send(page, page + "/withdraw").statusCode()).isEqualTo(303);
    refused(() -> credentials.take(withdrawn.code(), DESK), "credential-withdrawn");
  }

  @Test
  void whoeverChecksARevokedCardIsToldAtOnce() {
    Credential card = issue(mei());
    Presentation before = present(card, Set.of("reader"), DESK);
    String token = store.find(card.id()).orElseThrow().token();
    assertThat(check(token)).isEqualTo(Finding.GENUINE);

    credentials.revoke(card.id(), Text.of("读者退会", "The reader left"), Actor.SYSTEM);

    assertThat(check(token)).isEqualTo(Finding.REVOKED);
    refused(() -> credentials.take(before.token(), DESK), "credential-revoked");
    refused(() -> present(card, Set.of(), DESK), "presentation-credential");
    refused(
        () -> credentials.revoke(card.id(), Text.same("again"), Actor.SYSTEM),
        "credential-revoked");
    assertThat(credentials.usable(card.holder(), "library-card")).doesNotContain(card);
    assertThat(credentials.listOf(card.holder())).extracting(Credential::id).contains(card.id());
  }

  @Test
  void aCardEndsWithItsLastDay() {
    Credential card = issue(mei());
    String token = store.find(card.id()).orElseThrow().token();
    assertThat(check(token, Duration.ofDays(364))).isEqualTo(Finding.GENUINE);
    assertThat(check(token, Duration.ofDays(367))).isEqualTo(Finding.EXPIRED);
  }

  @Test
  void anOldCardIsStillCheckedAfterTheKeyWasRenewed() {
    Credential old = issue(mei());
    String token = store.find(old.id()).orElseThrow().token();
    String before = keys.current(CredentialType.Signature.ES256).id();

    keys.renew(CredentialType.Signature.ES256);

    assertThat(keys.current(CredentialType.Signature.ES256).id()).isNotEqualTo(before);
    assertThat(check(token)).isEqualTo(Finding.GENUINE);
    assertThat(new Visitor(port).get("/.well-known/jwt-vc-issuer").body())
        .contains(before)
        .contains(keys.current(CredentialType.Signature.ES256).id())
        .doesNotContain("\"d\"");
  }

  @Test
  void claimsThatDoNotFitTheTypeAreRefused() {
    Map<String, String> wrong = Map.of("reader", "小梅", "level", "1", "born", "yesterday");
    refused(() -> issue(mei(), wrong), "credential-claims");
    refused(() -> issue(mei(), Map.of("reader", "小梅")), "credential-claims");
    refused(
        () -> issue(mei(), Map.of("reader", "小梅", "level", "1", "height", "170")),
        "credential-claims");
  }

  @Test
  void theDatabaseHoldsNothingReadable() {
    Credential card = issue(mei());
    present(card, Set.of("reader"), DESK);
    String rows =
        sql.sql(
                """
                select string_agg(c::text || encode(c.token, 'escape'), '') from
                credential_credential c
                """)
            .query(String.class)
            .single();
    assertThat(rows).doesNotContain("小梅").doesNotContain("2001-05-06").doesNotContain("eyJ");
    assertThat(rows.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    String jwk =
        sql.sql("select encode(jwk, 'escape') from credential_key limit 1")
            .query(String.class)
            .single();
    assertThat(jwk).doesNotContain("kty");
  }

  @Test
  void aCheckedPaperBecomesACredential() {
    CheckedPaper paper =
        new CheckedPaper(
            mei(),
            "租书合同",
            "application/pdf",
            new byte[] {1, 2, 3},
            TimeLimit.parse("30 calendar-days"),
            DESK,
            "LC-1",
            Actor.SYSTEM);
    Credential kept = in(() -> credentials.keep(paper));
    assertThat(kept.expires()).as("counts for as long as its matter says").isNotNull();
    assertThat(kept.claims()).containsEntry("title", "租书合同").containsKey("sha-256");
    byte[] sealed =
        sql.sql("select sealed from credential_paper where credential = ?")
            .param(kept.id())
            .query(byte[].class)
            .single();
    assertThat(Letters.decode(vault.open(sealed, CredentialStore.PAPER))).containsExactly(1, 2, 3);
    assertThat(check(store.find(kept.id()).orElseThrow().token())).isEqualTo(Finding.GENUINE);
  }

  @Test
  void aPrintedPageIsCheckedToTheLastByte() throws IOException {
    assumeTrue(font.present(), "No Chinese font on this machine: not tried");
    Credential card = issue(mei());
    byte[] file = print.pdf(card);

    try (PDDocument read = Loader.loadPDF(file)) {
      String words = new PDFTextStripper().getText(read);
      assertThat(words).contains("借书证").contains("小梅").contains("Library card");
      assertThat(scanned(new PDFRenderer(read)))
          .contains(store.find(card.id()).orElseThrow().token());
    }
    assertThat(paper.verify(file).finding()).isEqualTo(Finding.GENUINE);
    byte[] changed = file.clone();
    changed[file.length / 2] ^= 1;
    assertThat(paper.verify(changed).finding()).isIn(Finding.NOT_MATCHING, Finding.UNREADABLE);
    byte[] cut = Arrays.copyOf(file, file.length - 300);
    assertThat(paper.verify(cut).finding()).isEqualTo(Finding.NOT_MATCHING);
    assertThat(paper.verify(new byte[500]).finding()).isEqualTo(Finding.UNREADABLE);
  }

  /** A camera moves until it sees the code; so do we. */
  private static Optional<String> scanned(PDFRenderer file) throws IOException {
    for (int resolution : new int[] {300, 260, 340, 400, 200}) {
      BufferedImage page = file.renderImageWithDPI(0, resolution);
      BufferedImage corner =
          page.getSubimage(
              page.getWidth() / 2,
              page.getHeight() / 2,
              page.getWidth() / 2 - resolution / 2,
              page.getHeight() / 2 - resolution / 2);
      Optional<String> seen = seen(corner);
      if (seen.isPresent()) {
        return seen;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> seen(BufferedImage page) {
    int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
    try {
      BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(light));
      return Optional.of(
          new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  @Test
  void placesInAListAreAllDifferentAndDoNotTellTheOrder() {
    UUID holder = mei();
    List<Integer> places = new java.util.ArrayList<>();
    for (int i = 0; i < 200; i++) {
      places.add(lists.next(holder).index());
    }
    assertThat(places).doesNotHaveDuplicates().allMatch(at -> at >= 0 && at < StatusList.SIZE);
    assertThat(places).isNotEqualTo(places.stream().sorted().toList());
  }

  @Test
  void aListThatIsNotOursAnyMoreIsLeftBehindByManyAtOnce() {
    UUID holder = mei();
    int old = lists.next(holder).list();
    listStore.skip(old);
    listStore.skip(old);
    List<Long> drawn =
        java.util.stream.IntStream.range(0, 100)
            .parallel()
            .mapToObj(i -> lists.next(holder).drawn())
            .toList();
    assertThat(drawn).doesNotHaveDuplicates().allMatch(at -> at / StatusList.SIZE == old + 1);
  }

  private Finding check(String token) {
    return check(token, Duration.ZERO);
  }

  private Finding check(String token, Duration later) {
    return time.at(
        time.instant().plus(later),
        () ->
            new CheckToken(issuers)
                .check(token, new CheckToken.Expected(null, false, time.instant()))
                .finding());
  }

  private UUID mei() {
    String account = accounts.findByLogin("mei").orElseThrow().id().toString();
    return parties.ofAccount(account, "小梅");
  }

  private Credential issue(UUID holder) {
    return issue(holder, Map.of("reader", "小梅", "born", "2001-05-06", "level", "1"));
  }

  private Credential issue(UUID holder, Map<String, String> claims) {
    return in(
        () ->
            credentials.issue(
                new NewCredential(
                    "library-card", holder, new HashMap<>(claims), null, "LC-1", Actor.SYSTEM)));
  }

  private <T> T in(java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> work.get()));
  }

  private Presentation present(Credential card, Set<String> claims, String recipient) {
    return credentials.present(
        new PresentRequest(card.id(), claims, "换证", recipient, Duration.ofDays(1), Actor.SYSTEM));
  }

  private List<String> kinds(Credential card) {
    return journal.list("credential:" + card.id()).stream().map(Entry::kind).toList();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
  }
}
