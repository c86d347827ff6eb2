package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.ofdrw.core.basicType.ST_Loc;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.Yiwang;
import org.yiwang.identity.Visitor;
import org.yiwang.journal.Actor;
import org.yiwang.launch.Launch;
import org.yiwang.pack.Text;
import org.yiwang.page.QrCode;
import org.yiwang.party.Parties;

/**
 * Checked away from everything: the command gets files that were fetched before, a data folder that
 * does not exist, and nothing to ask.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class OfflineTests {
  @LocalServerPort private int port;
  @Autowired private Credentials credentials;
  @Autowired private CredentialStore store;
  @Autowired private PrintCredential print;
  @Autowired private PaperFont font;
  @Autowired private VerifyPaper paper;
  @Autowired private IssuerKeys issuerKeys;
  @Autowired private OwnAddress address;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;
  @TempDir private Path folder;
  private Credential card;
  private String token = "";

  /** What the command said, and its exit code. */
  private record Said(int code, String words) {}

  @BeforeEach
  void aCardAndWhatItsIssuerPublishes() {
    card = issue();
    token = store.find(card.id()).orElseThrow().token();
    fetch();
  }

  private void fetch() {
    Said said =
        say("credential", "keys", "--url", address.now(), "--out", keys(), "--status", status());
    assertThat(said.code()).as(said.words()).isZero();
  }

  private String keys() {
    return folder.resolve("keys.json").toString();
  }

  private String status() {
    return folder.resolve("status.json").toString();
  }

  private Said verify(String shown, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("credential", "verify", shown, "--keys", keys(), "--status", status()));
    all.addAll(List.of("--data", folder.resolve("no-data").toString()));
    all.addAll(List.of(more));
    Said said = say(all.toArray(String[]::new));
    assertThat(folder.resolve("no-data")).as("no database was made").doesNotExist();
    return said;
  }

  private static Said say(String... arguments) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream both = new PrintStream(heard, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      int code = Launch.run(Yiwang.class, arguments);
      return new Said(code, heard.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void aTokenIsCheckedWithWhatWasFetched() throws IOException {
    Said good = verify(token);
    assertThat(good.code()).isZero();
    assertThat(good.words()).contains("✓ Genuine and valid.", "真实有效", "小梅", card.number());
    Path file = Files.writeString(folder.resolve("token.txt"), token + "\n");
    assertThat(verify(file.toString()).code()).isZero();
    assertThat(verify(file.toString(), "--json").words()).contains("\"finding\":\"genuine\"");

    Said bad = verify(token.substring(0, 40) + "A" + token.substring(41));
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.words()).contains("✗");
  }

  @Test
  void whoWasRevokedIsKnownFromTheNextList() {
    credentials.revoke(card.id(), Text.same("lost"), Actor.SYSTEM);
    assertThat(verify(token).code()).as("the list is from before").isZero();
    fetch();
    Said told = verify(token);
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.words()).contains("revoked by its issuer");
  }

  @Test
  void withoutAListOnlyThatIsNotKnown() throws IOException {
    Files.writeString(folder.resolve("status.json"), "{}");
    assertThat(verify(token).code()).isEqualTo(VerifyCredentialCommand.NOT_KNOWN);
  }

  @Test
  void whatWasSignedWithAFormerKeyIsStillGenuine() {
    issuerKeys.renew(CredentialType.Signature.ES256);
    fetch();
    assertThat(verify(token).code()).isZero();
  }

  @Test
  void aPresentationTellsOnlyForWhomItIsUntilItsRecipientAsks() {
    Presentation once =
        credentials.present(
            new PresentRequest(
                card.id(), Set.of("reader"), "换证", "隔壁书店", Duration.ofDays(1), Actor.SYSTEM));
    Said first = verify(once.token());
    assertThat(first.code()).isEqualTo(1);
    assertThat(first.words()).contains("隔壁书店").doesNotContain("小梅");
    Said theirs = verify(once.token(), "--recipient", "隔壁书店");
    assertThat(theirs.code()).isZero();
    assertThat(theirs.words()).contains("小梅", "only the issuer can say");
    assertThat(verify(once.token(), "--recipient", "别家").code()).isEqualTo(1);
  }

  @Test
  void wrongCallsAreToldWhatToDo() throws IOException {
    assertThat(say("credential", "verify", token, "--keys", "/nowhere/keys.json"))
        .isEqualTo(
            new Said(
                2,
                "✗ /nowhere/keys.json cannot be read; fetch it with: ./yiwang credential keys --url URL 文件读不到.\n"));
    Files.writeString(folder.resolve("keys.json"), "[]");
    assertThat(verify(token).code()).isEqualTo(2);
    assertThat(say("credential", "verify", "--help").words()).contains("Examples 示例", "Exit code");
    assertThat(say("credential", "keys", "--url", "http://127.0.0.1:1").code()).isEqualTo(1);
  }

  @Test
  void pagesAndPicturesAreCheckedToo() throws IOException {
    assumeTrue(font.present(), "No Chinese font on this machine: not tried");
    Path pdf = Files.write(folder.resolve("card.pdf"), print.pdf(card));
    Path ofd = Files.write(folder.resolve("card.ofd"), print.ofd(card));
    Path picture = folder.resolve("card.png");
    ImageIO.write(picture(token), "png", picture.toFile());
    for (Path file : List.of(pdf, ofd, picture)) {
      assertThat(verify(file.toString()).code()).as(file.toString()).isZero();
    }
    byte[] changed = Files.readAllBytes(ofd);
    changed[changed.length / 2] ^= 1;
    Files.write(ofd, changed);
    assertThat(verify(ofd.toString()).code()).isEqualTo(1);
    ImageIO.write(new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    assertThat(verify(picture.toString()).words()).contains("No code can be made out");
  }

  private static BufferedImage picture(String letters) {
    var matrix = QrCode.matrix(letters);
    int size = matrix.getWidth() * 4;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        picture.setRGB(x, y, matrix.get(x / 4, y / 4) ? 0 : 0xffffff);
      }
    }
    return picture;
  }

  /** A reader of somebody else's (ofdrw) opens the page and finds the words. */
  @Test
  void readersOfOthersOpenTheOfd() throws Exception {
    assumeTrue(font.present(), "No Chinese font on this machine: not tried");
    Path shelf = Files.createDirectories(Path.of("target/screenshots")); // to be looked at
    Path file = Files.write(shelf.resolve("credential-card.ofd"), print.ofd(card));
    Files.write(shelf.resolve("credential-card.pdf"), print.pdf(card));
    try (OFDReader reader = new OFDReader(file)) {
      assertThat(reader.getNumberOfPages()).isEqualTo(1);
      String words = String.join("", new ContentExtractor(reader).extractAll());
      assertThat(words).contains("借书证", "Library card", "小梅", card.number());
      var about = reader.getOFDDir().getOfd().getDocBody().getDocInfo();
      assertThat(about.getTile()).contains(card.number());
      assertThat(about.getCustomDatas().getCustomDatas().getFirst().getValue()).isEqualTo(token);
      var page = reader.getPage(1);
      assertThat(page.getArea().getPhysicalBox().getWidth()).isBetween(209.9, 210.1);
      assertThat(reader.getResourceLocator().exist(new ST_Loc("/Doc_0/PublicRes.xml").toString()))
          .isTrue();
    }
    assertThat(paper.verify(Files.readAllBytes(file)).finding()).isEqualTo(Finding.GENUINE);
  }

  @Test
  void theHolderTakesAnOfdHomeAndThePublicPageChecksIt() {
    assumeTrue(font.present(), "No Chinese font on this machine: not tried");
    Visitor mei = new Visitor(port);
    mei.signIn("mei", "yiwang-demo");
    var wallet = mei.get("/wallet").body();
    String id = wallet.replaceAll("(?s).*?/wallet/([0-9a-f-]{36}).*", "$1");
    var answer = mei.get("/wallet/" + id + "/card.ofd");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/ofd");
    assertThat(new Visitor(port).get("/wallet/" + id + "/card.ofd").statusCode()).isIn(302, 303);
  }

  private Credential issue() {
    NewCredential wanted =
        new NewCredential(
            "library-card",
            parties.ofAccount("offline", "小梅"),
            Map.of("reader", "小梅", "born", "2001-05-06", "level", "1"),
            null,
            "LC-1",
            Actor.SYSTEM);
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> credentials.issue(wanted)));
  }
}
