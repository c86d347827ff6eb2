package org.yiwang.credential;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Printed pages of an issuer whose key we have, honest and not. */
final class PaperForge {
  private final Forge forge;
  private final PaperFont font = new PaperFont("");
  private final String token;

  PaperForge(Forge forge) {
    this.forge = forge;
    this.token = forge.honest().compact();
  }

  byte[] honest(boolean pdf) {
    return sealed(page(pdf, "借书证"), pdf, forge.key);
  }

  private byte[] sealed(byte[] page, boolean pdf, SigningKey key) {
    SealPaper.Signed signature = SealPaper.signed(page, token, key, Forge.NOW);
    return pdf ? SealPaper.pdf(page, signature) : SealPaper.ofd(page, signature);
  }

  private byte[] page(boolean pdf, String title) {
    assumeTrue(font.present(), "No Chinese font on this machine: not tried");
    try {
      return pdf ? pdf(title) : ofd(title);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] pdf(String title) throws IOException {
    PdfInk ink = new PdfInk(font);
    ink.words(title, PaperInk.Place.of(100, 700), 30);
    return PdfPaper.file(ink, title, token);
  }

  private byte[] ofd(String title) throws IOException {
    OfdInk ink = new OfdInk(font);
    ink.words(title, PaperInk.Place.of(100, 700), 30);
    return OfdPaper.file(ink, new OfdPaper.About(title, Forge.NOW, token));
  }

  Finding check(byte[] file) {
    KnownIssuer.Directory only =
        url -> url.equals(Forge.URL) ? Optional.of(forge.known()) : Optional.empty();
    return new CheckPaper(only).check(file, Forge.NOW).finding();
  }

  /** A byte of what is drawn, so that the file can still be read. */
  Finding changed(boolean pdf) {
    byte[] file = honest(pdf);
    String mark = pdf ? "endstream" : "Doc_0/Pages";
    int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(mark) + (pdf ? -20 : 40);
    file[at] ^= 1;
    return check(file);
  }

  Finding unsigned(boolean pdf) {
    return check(page(pdf, "借书证"));
  }

  Finding appended(boolean pdf) {
    byte[] file = honest(pdf);
    byte[] more = Arrays.copyOf(file, file.length + 4);
    Arrays.fill(more, file.length, more.length, (byte) '%');
    return check(more);
  }

  /** The signature of an honest page under a page that says something else. */
  Finding otherPage() {
    byte[] honest = page(true, "借书证");
    SealPaper.Signed signature = SealPaper.signed(honest, token, forge.key, Forge.NOW);
    return check(SealPaper.pdf(page(true, "馆长证"), signature));
  }

  Finding otherSigner(boolean pdf) {
    return check(sealed(page(pdf, "借书证"), pdf, Forge.es256().key));
  }

  Finding entities() {
    String xml =
        "<!DOCTYPE OFD [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"
            + "<OFD><CustomData Name=\"YiwangCredential\">&e;</CustomData></OFD>";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("OFD.xml"));
      zip.write(xml.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return check(sealed(bytes.toByteArray(), false, forge.key));
  }
}
