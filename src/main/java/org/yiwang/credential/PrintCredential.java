package org.yiwang.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.page.QrCode;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * A credential as a page to print (证照打印件): what it says in both languages, and a code that carries
 * the credential itself, so that the paper can be checked without a network. The file carries it
 * too, and at its end the issuer's signature over every byte before.
 */
@Component
class PrintCredential {
  static final String TOKEN = "YiwangCredential";
  static final String SIGNATURE = "\n%YiwangPaper ";
  static final String TYPE = "paper+jwt";
  private static final double CODE_SIZE = 215;
  private static final Text NO_FONT =
      Text.of(
          "这台服务器没有中文字体，暂时不能生成 PDF。", "This server has no Chinese font, so it cannot make a PDF.");
  private static final Text ASK = Text.of("请改用网页上的证照，或告诉我们。", "Use the page instead, and tell us.");

  private final PaperFont font;
  private final CredentialStore store;
  private final ShowWallet show;
  private final IssuerKeys keys;
  private final OwnAddress address;
  private final DistrictTime time;
  private final IssueCredential.Words words;

  PrintCredential(
      PaperFont font,
      CredentialStore store,
      ShowWallet show,
      IssuerKeys keys,
      OwnAddress address,
      DistrictTime time,
      IssueCredential.Words words) {
    this.font = font;
    this.store = store;
    this.show = show;
    this.keys = keys;
    this.address = address;
    this.time = time;
    this.words = words;
  }

  byte[] pdf(Credential of) {
    if (!font.present()) {
      throw new RefusedException(Refusal.of(Refusal.Kind.UNAVAILABLE, "no-font", NO_FONT, ASK));
    }
    String token = store.find(of.id()).orElseThrow().token();
    try {
      return signed(file(of, token), token);
    } catch (IOException e) {
      throw new UncheckedIOException("The page could not be made", e);
    }
  }

  private byte[] file(Credential of, String token) throws IOException {
    PaperLetters letters = new PaperLetters(font);
    String drawn = drawn(of, token, new PaperSheet(letters));
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      PDResources resources = new PDResources();
      resources.getCOSObject().setItem(COSName.FONT, letters.fonts());
      page.setResources(resources);
      page.setContents(new PDStream(PaperLetters.stream(drawn)));
      document.addPage(page);
      document.getDocumentCatalog().setLanguage("zh-CN");
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(of.name().zh() + " " + of.number());
      about.setCustomMetadataValue(TOKEN, token);
      document.setDocumentInformation(about);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    }
  }

  private String drawn(Credential of, String token, PaperSheet sheet) {
    CredentialType type = show.type(of);
    CredentialType.Layout layout = type.layout();
    sheet.frame(
        layout == null || layout.colour() == null ? CredentialType.Colour.PLAIN : layout.colour());
    sheet.centred(
        words.district().definition().name().zh() + " · " + words.unit(of.issuer()).zh(), 13);
    if (layout != null && layout.title() != null) {
      sheet.centred(layout.title().zh(), 12);
    }
    sheet.gap(14);
    sheet.gap(16);
    sheet.centred(of.name().zh(), 30);
    sheet.centred(of.name().en(), 12);
    sheet.gap(26);
    for (WalletView.Line line : WalletView.lines(of, type)) {
      sheet.row(line.name().zh(), line.name().en(), line.value());
    }
    sheet.row("证照编号", "Number", of.number());
    sheet.row("发证日期", "Issued on", day(of.issued()));
    if (of.expires() != null) {
      sheet.row("有效期至", "Valid until", day(of.expires().minusSeconds(1)));
    }
    boolean fits = token.length() <= QrCode.MOST_LETTERS;
    sheet.code(QrCode.matrix(fits ? token : address.now() + "/verify"), CODE_SIZE);
    sheet.foot(foot(layout), PaperSheet.WIDTH - CODE_SIZE - 150);
    return sheet.drawn();
  }

  private List<String> foot(CredentialType.@org.jspecify.annotations.Nullable Layout layout) {
    List<String> foot = new ArrayList<>();
    if (layout != null && layout.note() != null) {
      foot.add(layout.note().zh() + " " + layout.note().en());
    }
    foot.add("真伪以查验结果为准：扫码后把文字粘贴到查验页，或上传本文件。");
    foot.add("Check it before you rely on it: " + address.now() + "/verify");
    return foot;
  }

  private String day(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, time.zone());
    return "%d年%d月%d日  %s".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), day);
  }

  /** Behind the end of the file, where readers see a comment. */
  private byte[] signed(byte[] file, String token) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iss", Jws.parse(SdJwt.parse(token).issuerJwt()).word("iss"));
    payload.put("iat", time.instant().getEpochSecond());
    payload.put("file", Letters.encode(Letters.sha256(file)));
    payload.put("credential", Letters.hash(token));
    String jwt = Jws.sign(keys.current(CredentialType.Signature.ES256), TYPE, payload, true);
    byte[] end = (SIGNATURE + jwt + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = java.util.Arrays.copyOf(file, file.length + end.length);
    System.arraycopy(end, 0, whole, file.length, end.length);
    return whole;
  }
}
