package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * Puts the issuer's signature over every byte of a file at its end (打印件签名): in a PDF behind the end
 * mark, where readers see a comment; in an OFD as the comment of the ZIP archive, signed while that
 * is empty. {@link PaperFile} takes both apart again.
 */
@Component
class SealPaper {
  static final String TOKEN = "YiwangCredential";
  static final String TYPE = "paper+jwt";
  static final String PDF_MARK = "\n%YiwangPaper ";
  static final String OFD_MARK = "YiwangPaper ";

  private final IssuerKeys keys;
  private final DistrictTime time;

  SealPaper(IssuerKeys keys, DistrictTime time) {
    this.keys = keys;
    this.time = time;
  }

  byte[] pdf(byte[] file, String token) {
    return pdf(file, signature(file, token));
  }

  byte[] ofd(byte[] file, String token) {
    return ofd(file, signature(file, token));
  }

  private Signed signature(byte[] file, String token) {
    return signed(file, token, keys.current(CredentialType.Signature.ES256), time.instant());
  }

  /** A signature over a file and the credential in it. */
  record Signed(String jws) {}

  static Signed signed(byte[] file, String token, SigningKey key, Instant at) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iss", Jws.parse(SdJwt.parse(token).issuerJwt()).word("iss"));
    payload.put("iat", at.getEpochSecond());
    payload.put("file", Letters.encode(Letters.sha256(file)));
    payload.put("credential", Letters.hash(token));
    return new Signed(Jws.sign(key, TYPE, payload, true));
  }

  static byte[] pdf(byte[] file, Signed signature) {
    return joined(file, PDF_MARK + signature.jws() + "\n");
  }

  /** The archive ends with the length of its comment, nought until now. */
  static byte[] ofd(byte[] file, Signed signature) {
    String comment = OFD_MARK + signature.jws();
    byte[] whole = joined(file, comment);
    whole[file.length - 2] = (byte) comment.length();
    whole[file.length - 1] = (byte) (comment.length() >> Byte.SIZE);
    return whole;
  }

  private static byte[] joined(byte[] file, String words) {
    byte[] end = words.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(file, file.length + end.length);
    System.arraycopy(end, 0, whole, file.length, end.length);
    return whole;
  }
}
