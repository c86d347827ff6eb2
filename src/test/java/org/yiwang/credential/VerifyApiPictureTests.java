package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.credential.VerifyApi.BARE;
import static org.yiwang.credential.VerifyApi.WITH_CLAIMS;
import static org.yiwang.credential.VerifyApi.refused;
import static org.yiwang.credential.VerifyApi.told;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.page.Darkroom;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * What {@code POST /api/verify} answers to traps among pictures, and when too many come at once.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class VerifyApiPictureTests {
  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private ReadCode codes;

  private VerifyApi api;
  private CardToVerify card;

  @BeforeEach
  void aCardIsIssued() {
    api = new VerifyApi(port);
    card = CardToVerify.issued(program);
  }

  @Test
  void aTrapOfFortyMillionPixelsHoldsNoCode() throws IOException {
    byte[] trap = ShowCard.png(new BufferedImage(6300, 6300, BufferedImage.TYPE_BYTE_BINARY));
    told(api.send(trap), Finding.NO_CODE, BARE);
  }

  @Test
  void whatACameraTookIsCheckedLikeAnUploadedPicture() throws IOException {
    Person reader = api.visitor();
    assertThat(reader.get("/verify").body())
        .contains("name=\"photo\" type=\"file\" accept=\"image/*\" capture=\"environment\"");
    byte[] photo = PhotographedCode.of(card.token(), 4000, 3000, 12, 3);
    Answer seen = reader.file("/verify", "photo", photo);
    assertThat(seen.words()).as(seen.shortly()).contains("借书证", "证照编号", "发证单位");
    for (byte[] nothing :
        List.of(
            ShowCard.png(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB)),
            "ftypheic".getBytes(StandardCharsets.UTF_8))) {
      Answer refused = reader.file("/verify", "photo", nothing);
      assertThat(refused.words()).contains("图片上没有看清二维码", "请走近些再拍一张", "再查一张");
    }
    Answer none = reader.file("/verify", "photo", new byte[0]);
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.words()).contains("还没有要查验的内容");
  }

  @Test
  void whenTooManyPicturesAreReadTheNextIsAskedToComeAgainAndNothingHangs()
      throws IOException, InterruptedException {
    byte[] picture = ShowCard.picture(card.token());
    Person reader = api.visitor();
    assertThat(reader.get("/verify").good()).isTrue();
    int atOnce = Darkroom.halfOfTheProcessors();
    CountDownLatch end = CodeOnPictureTests.fill(codes.darkroom(), atOnce);
    try {
      refused(api.send(picture), 503, "pictures-busy");
      Answer page = reader.file("/verify", "file", picture);
      assertThat(page.status()).isEqualTo(503);
      assertThat(page.words()).contains("现在查验照片的人很多", "或粘贴二维码里的文字", "二维码里的文字、链接或 20 位代码");
      told(api.ask(card.token()), Finding.GENUINE, WITH_CLAIMS);
    } finally {
      end.countDown();
    }
  }
}
