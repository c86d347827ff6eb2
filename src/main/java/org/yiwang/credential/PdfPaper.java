package org.yiwang.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** A printed credential as PDF, made and read; the credential itself is among its properties. */
final class PdfPaper {
  private PdfPaper() {}

  static byte[] file(PdfInk ink, String title, String token) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      PDResources resources = new PDResources();
      resources.getCOSObject().setItem(COSName.FONT, ink.letters().fonts());
      page.setResources(resources);
      page.setContents(new PDStream(PaperLetters.stream(ink.drawn())));
      document.addPage(page);
      document.getDocumentCatalog().setLanguage("zh-CN");
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(title);
      about.setCustomMetadataValue(SealPaper.TOKEN, token);
      document.setDocumentInformation(about);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    }
  }

  static boolean looksLike(byte[] file) {
    return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
  }

  static Optional<String> token(byte[] file) {
    try (PDDocument document = Loader.loadPDF(file)) {
      return Optional.ofNullable(
          document.getDocumentInformation().getCustomMetadataValue(SealPaper.TOKEN));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever a file that is no PDF does to its reader, it is no credential.
      return Optional.empty();
    }
  }
}
