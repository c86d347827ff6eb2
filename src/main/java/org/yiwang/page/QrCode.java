package org.yiwang.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A code to scan (二维码), drawn here so that no script and no other site is needed.
 *
 * @param path the dark squares, for SVG
 * @param size of the square in modules, with the quiet zone of four
 */
public record QrCode(String path, int size) {
  /** What a code of the largest size holds at the lowest level of correction, in bytes. */
  public static final int MOST_LETTERS = 2_900;

  public static QrCode of(String letters) {
    BitMatrix matrix = matrix(letters);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      int x = 0;
      while (x < matrix.getWidth()) {
        int from = x;
        while (x < matrix.getWidth() && matrix.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from).append(' ').append(y).append('h').append(x - from);
          path.append("v1H").append(from).append('z');
        }
        x++;
      }
    }
    return new QrCode(path.toString(), matrix.getWidth());
  }

  /** The dark and light squares themselves, for paper. */
  public static BitMatrix matrix(String letters) {
    Map<EncodeHintType, Object> hints =
        Map.of(
            EncodeHintType.MARGIN,
            4,
            EncodeHintType.ERROR_CORRECTION,
            letters.length() > 300 ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M);
    try {
      return new QRCodeWriter().encode(letters, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code", e);
    }
  }
}
