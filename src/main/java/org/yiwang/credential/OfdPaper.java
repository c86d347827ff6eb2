package org.yiwang.credential;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A printed credential as OFD (版式文件, GB/T 33190-2016), made and read: one page; the credential
 * itself is among the document's own data ({@code CustomDatas}, section 7.4).
 */
final class OfdPaper {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ofd:%s xmlns:ofd=\"http://www.ofdspec.org/2016\"%s>\n";
  private static final int PAGE = 1;
  private static final int LAYER = 2;
  private static final String MAIN = "OFD.xml";
  private static final int MOST_ENTRIES = 100;
  private static final int LARGEST = 1 << 20;

  private OfdPaper() {}

  /** What the file says of itself. */
  record About(String title, Instant made, String token) {}

  static byte[] file(OfdInk ink, About about) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(zip, MAIN, main(about));
      add(zip, "Doc_0/Document.xml", document(ink.last()));
      add(zip, "Doc_0/PublicRes.xml", resources());
      add(zip, "Doc_0/Pages/Page_0/Content.xml", page(ink.drawn()));
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String main(About about) {
    String id =
        HexFormat.of()
            .formatHex(Letters.sha256(about.token().getBytes(StandardCharsets.US_ASCII)), 0, 16);
    return HEAD.formatted("OFD", " Version=\"1.0\" DocType=\"OFD\"")
        + """
          <ofd:DocBody>
          <ofd:DocInfo>
          <ofd:DocID>%s</ofd:DocID>
          <ofd:Title>%s</ofd:Title>
          <ofd:CreationDate>%s</ofd:CreationDate>
          <ofd:DocUsage>Normal</ofd:DocUsage>
          <ofd:Creator>Yiwang</ofd:Creator>
          <ofd:CustomDatas><ofd:CustomData Name="%s">%s</ofd:CustomData></ofd:CustomDatas>
          </ofd:DocInfo>
          <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>
          </ofd:DocBody>
          </ofd:OFD>
          """
            .formatted(
                id,
                OfdInk.escaped(about.title()),
                about.made().atOffset(ZoneOffset.UTC).toLocalDate(),
                SealPaper.TOKEN,
                OfdInk.escaped(about.token()));
  }

  private static String document(int last) {
    return HEAD.formatted("Document", "")
        + """
          <ofd:CommonData>
          <ofd:MaxUnitID>%d</ofd:MaxUnitID>
          <ofd:PageArea><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:PageArea>
          <ofd:PublicRes>PublicRes.xml</ofd:PublicRes>
          </ofd:CommonData>
          <ofd:Pages><ofd:Page ID="%d" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>
          </ofd:Document>
          """
            .formatted(last, box(), PAGE);
  }

  private static String box() {
    return String.format(
        Locale.ROOT, "0 0 %.2f %.2f", PaperInk.WIDTH * OfdInk.MM, PaperInk.HEIGHT * OfdInk.MM);
  }

  /** A font that machines which read OFD have; it is only searched in, never seen. */
  private static String resources() {
    return HEAD.formatted("Res", " BaseLoc=\"Res\"")
        + "<ofd:Fonts><ofd:Font ID=\"%d\" FontName=\"SimSun\" FamilyName=\"SimSun\"/></ofd:Fonts>\n</ofd:Res>\n"
            .formatted(OfdInk.FONT);
  }

  private static String page(String drawn) {
    return HEAD.formatted("Page", "")
        + "<ofd:Area><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:Area>\n".formatted(box())
        + "<ofd:Content>\n<ofd:Layer ID=\"%d\" Type=\"Body\">\n".formatted(LAYER)
        + drawn
        + "</ofd:Layer>\n</ofd:Content>\n</ofd:Page>\n";
  }

  static boolean looksLike(byte[] file) {
    return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
  }

  static Optional<String> token(byte[] file) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      ZipEntry entry = zip.getNextEntry();
      for (int n = 0; entry != null && n < MOST_ENTRIES; n++) {
        if (entry.getName().equals(MAIN)) {
          byte[] xml = zip.readNBytes(LARGEST);
          return token(new String(xml, StandardCharsets.UTF_8));
        }
        entry = zip.getNextEntry();
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Whatever a file that is no archive does to its reader, it is no credential.
      return Optional.empty();
    }
  }

  /** No document type, no entities: nothing outside is read and nothing grows. */
  private static Optional<String> token(String xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals("CustomData")
            && SealPaper.TOKEN.equals(reader.getAttributeValue(null, "Name"))) {
          return Optional.of(reader.getElementText().strip());
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }
}
