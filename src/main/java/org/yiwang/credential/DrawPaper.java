package org.yiwang.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.PaperSheet.Row;
import org.yiwang.page.QrCode;

/**
 * What stands on a printed credential (证面), whatever the kind of file: what it says in both
 * languages, and a code that carries the credential itself, so that the paper can be checked
 * without a network.
 */
@Component
class DrawPaper {
  private static final double CODE_SIZE = 215;

  private final ShowWallet show;
  private final OwnAddress address;
  private final DistrictTime time;
  private final IssueCredential.Words words;
  private final boolean demo;

  DrawPaper(
      ShowWallet show,
      OwnAddress address,
      DistrictTime time,
      IssueCredential.Words words,
      @Value("${yiwang.demo:false}") boolean demo) {
    this.demo = demo;
    this.show = show;
    this.address = address;
    this.time = time;
    this.words = words;
  }

  void draw(Credential of, String token, PaperInk ink) {
    PaperSheet sheet = new PaperSheet(ink);
    CredentialType type = show.type(of);
    CredentialType.Layout layout = type.layout();
    sheet.frame(
        layout == null || layout.colour() == null ? CredentialType.Colour.PLAIN : layout.colour());
    sheet.centred(
        words.district().definition().name().zh() + " · " + words.unit(of.issuer()).zh(), 13);
    if (layout != null && layout.title() != null) {
      sheet.centred(layout.title().zh(), 12);
    }
    sheet.gap(26);
    sheet.centred(of.name().zh(), 30);
    sheet.centred(of.name().en(), 12);
    sheet.gap(20);
    sheet.rows(rows(of), CODE_SIZE);
    boolean fits = token.length() <= QrCode.MOST_LETTERS;
    sheet.code(QrCode.matrix(fits ? token : address.now() + "/verify"), CODE_SIZE);
    sheet.foot(foot(layout), PaperInk.WIDTH - CODE_SIZE - 150);
  }

  private List<Row> rows(Credential of) {
    List<Row> rows = new ArrayList<>();
    for (WalletView.Line line : show.lines(of)) {
      rows.add(new Row(line.name().zh(), line.name().en(), both(line)));
    }
    rows.add(new Row("证照编号", "Number", of.number()));
    rows.add(new Row("发证日期", "Issued on", day(of.issued())));
    if (of.expires() != null) {
      rows.add(new Row("有效期至", "Valid until", day(of.expires().minusSeconds(1))));
    }
    return rows;
  }

  /** As it is signed; behind it in English where that is known. */
  private static String both(WalletView.Line line) {
    String english = line.words().en();
    return english.equals(line.value()) ? line.value() : line.value() + "  " + english;
  }

  private List<String> foot(CredentialType.@org.jspecify.annotations.Nullable Layout layout) {
    List<String> foot = new ArrayList<>();
    if (layout != null && layout.note() != null) {
      foot.add(layout.note().zh() + " " + layout.note().en());
    } else if (demo) {
      foot.add("演示系统签发，内容是虚构的，不作凭证。 A demonstration: what it says is invented.");
    }
    foot.add("真伪以查验结果为准：扫码后把文字粘贴到查验页，或上传本文件。");
    foot.add("Check it before you rely on it: " + address.now() + "/verify");
    return foot;
  }

  private String day(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, time.zone());
    return "%d年%d月%d日  %s".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), day);
  }
}
