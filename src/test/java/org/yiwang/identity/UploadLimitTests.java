package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** Uploads that are too large or cut off get a sentence instead of a broken connection. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class UploadLimitTests {
  private static final long MEGABYTE = 1024 * 1024;
  private static final String HEAD =
      "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n"
          + "Content-Type: image/jpeg\r\n\r\n";
  static final int HEAD_BYTES = HEAD.length();
  @LocalServerPort private int port;

  @Test
  void twoHundredMegabytesAreRefusedWithASentence() {
    HttpResponse<String> answer =
        new Visitor(port).upload("/report/photos", 200 * MEGABYTE, true, "");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("超过了大小限制");
  }

  @Test
  void twoHundredMegabytesSentByAProgramAreRefusedWithAProblem() {
    HttpResponse<String> answer =
        new Visitor(port).upload("/api/requests/photos", 200 * MEGABYTE, true, "");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("超过了大小限制").contains("60 MB");
  }

  @Test
  void aFormWithMoreThanCanBeTakenIsRefusedWithASentence() {
    Visitor visitor = new Visitor(port);
    String words = "字".repeat((int) MEGABYTE);

    HttpResponse<String> answer = visitor.send("/report", "/report", "text", words);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("一次填写的内容太多").contains("请返回上一页");
    assertThat(answer.body()).as("only what is true").contains("这次写的没有保存，之前保存的都还在");
  }

  @Test
  void anUploadThatDoesNotSayItsLengthIsRefusedToo() {
    HttpResponse<String> answer =
        new Visitor(port).upload("/report/photos", 70 * MEGABYTE, false, "\r\n--b--\r\n");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.body()).contains("超过了大小限制");
  }

  @Test
  void onePhotoOverTheLimitIsRefusedWithItsLimitByTheApi() {
    HttpResponse<String> answer =
        new Visitor(port).upload("/api/requests/photos", 11 * MEGABYTE, true, "\r\n--b--\r\n");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("photo-too-large").contains("超过 10 MB");
  }

  @Test
  void nothingOfTheReportIsLostByAnUploadThatIsTooLarge() {
    Visitor visitor = new Visitor(port);
    visitor.send("/report", "/report", "text", "人行道上的井盖没了", "category", "manhole-missing");
    assertThat(visitor.upload("/report/photos", 200 * MEGABYTE, true, "").statusCode())
        .isEqualTo(413);

    visitor.send("/report", "/report", "text", "字".repeat((int) MEGABYTE));
    assertThat(visitor.get("/report").body()).contains("人行道上的井盖没了");
    assertThat(visitor.get("/report/photos").body()).contains("每张不超过 10 MB");
  }

  @Test
  void aFormThatIsCutOffIsRefused() {
    HttpResponse<String> answer = new Visitor(port).upload("/report/photos", 1000, true, "");

    assertThat(answer.statusCode()).isBetween(400, 422);
  }

  /** A part that never ends by itself, of so many zero bytes, then the given end. */
  static InputStream part(long bytes, String end) {
    byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
    byte[] tail = end.getBytes(StandardCharsets.US_ASCII);
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        long now = at++;
        if (now < head.length) {
          return head[(int) now];
        }
        if (now < head.length + bytes) {
          return 0;
        }
        long inTail = now - head.length - bytes;
        return inTail < tail.length ? tail[(int) inTail] : -1;
      }

      @Override
      public int read(byte[] into, int from, int most) {
        int count = 0;
        for (; count < most; count++) {
          int next = read();
          if (next < 0) {
            break;
          }
          into[from + count] = (byte) next;
        }
        return count == 0 && most > 0 ? -1 : count;
      }
    };
  }
}
