package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On a printed credential nothing is drawn over the code, and no line over another. */
class PaperSheetTests {
  private static final double CODE = 215;

  /** Words as they were drawn; a Chinese letter is as wide as high, any other half as wide. */
  private static final class Noted implements PaperInk {
    private final List<Box> boxes = new ArrayList<>();
    private Box code = new Box("", 0, 0, 0, 0);

    record Box(String words, double left, double bottom, double right, double top) {
      boolean meets(Box other) {
        return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
      }
    }

    @Override
    public PaperFont font() {
      throw new IllegalStateException("Widths are known without a font here");
    }

    @Override
    public double width(String words, double size) {
      return words.codePoints().mapToDouble(c -> c > 0x2e80 ? size : size * 0.55).sum();
    }

    @Override
    public void box(CredentialType.Colour colour, double edge, double width) {}

    @Override
    public void words(String words, Place at, double size) {
      boxes.add(new Box(words, at.x(), at.y(), at.x() + width(words, size), at.y() + size * 0.85));
    }

    @Override
    public void code(BitMatrix matrix, Place at, double module) {
      double size = module * matrix.getWidth();
      code = new Box("code", at.x(), at.y() - size, at.x() + size, at.y());
    }
  }

  private static Noted drawn(List<PaperSheet.Row> rows) {
    Noted ink = new Noted();
    PaperSheet sheet = new PaperSheet(ink);
    sheet.centred("营业执照", 30);
    sheet.gap(100);
    sheet.rows(rows, CODE);
    sheet.code(new BitMatrix(100), CODE);
    return ink;
  }

  private static void clear(Noted ink) {
    assertThat(ink.boxes).noneMatch(ink.code::meets);
    for (Noted.Box one : ink.boxes) {
      assertThat(ink.boxes).as(one.words()).noneMatch(other -> other != one && other.meets(one));
    }
    assertThat(ink.boxes).allMatch(box -> box.right() < PaperInk.WIDTH - 42 && box.bottom() > 42);
  }

  @Test
  void thirteenRowsOfALicenceStandAboveTheCode() {
    List<PaperSheet.Row> rows = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      rows.add(new PaperSheet.Row("统一社会信用代码", "Credit code", "91999999MA00000154"));
    }
    rows.add(
        new PaperSheet.Row(
            "法定代表人身份证号码", "Identity number of the legal representative", "999999199406110015"));
    rows.add(new PaperSheet.Row("证照编号", "Number", "YP-ZZ-20261127-000019"));
    Noted ink = drawn(rows);
    clear(ink);
    assertThat(ink.boxes).anyMatch(box -> box.words().equals("YP-ZZ-20261127-000019"));
  }

  @Test
  void fewRowsAreSetInFullSize() {
    Noted ink = drawn(List.of(new PaperSheet.Row("姓名", "Name", "王秀兰")));
    clear(ink);
    assertThat(ink.boxes)
        .filteredOn(box -> box.words().equals("王秀兰"))
        .singleElement()
        .satisfies(box -> assertThat(box.right() - box.left()).isEqualTo(39));
  }

  @Test
  void whatNeverFitsAboveRunsBesideTheCode() {
    List<PaperSheet.Row> rows =
        IntStream.range(0, 24)
            .mapToObj(i -> new PaperSheet.Row("经营范围", "Scope", "软件开发；".repeat(6) + i))
            .toList();
    Noted ink = drawn(rows);
    clear(ink);
    assertThat(String.join("", ink.boxes.stream().map(Noted.Box::words).toList()))
        .contains("软件开发；23");
  }
}
