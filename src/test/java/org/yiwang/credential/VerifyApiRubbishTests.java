package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.credential.VerifyApi.BARE;
import static org.yiwang.credential.VerifyApi.refused;
import static org.yiwang.credential.VerifyApi.told;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** What {@code POST /api/verify} answers to rubbish, to too much and to nothing. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class VerifyApiRubbishTests {
  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;

  private VerifyApi api;
  private CardToVerify card;

  @BeforeEach
  void aCardIsIssued() {
    api = new VerifyApi(port);
    card = CardToVerify.issued(program);
  }

  @Test
  void rubbishIsToldAsRubbish() throws IOException {
    for (String rubbish :
        List.of("a.b.c~", "~~~~", "{\"iss\":\"x\"}", "你好", "ABCD2345ABCD2345ABCD")) {
      told(api.ask(rubbish), Finding.UNREADABLE, BARE);
    }
    told(
        api.send("%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8)),
        Finding.UNREADABLE,
        BARE);
    told(api.send(new byte[500]), Finding.UNREADABLE, BARE);
    told(
        api.send(ShowCard.png(new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB))),
        Finding.NO_CODE,
        BARE);
    told(api.send(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}), Finding.NO_CODE, BARE);
    told(api.send(ShowCard.picture("https://example.org/menu")), Finding.UNREADABLE, BARE);
  }

  /** The JSON word null is no header, no payload, no disclosure and no proof. */
  @Test
  void nullIsRubbishWhereverItStands() {
    String nothing = Letters.encode("null");
    String jwt = SdJwt.parse(card.token()).issuerJwt();
    Person reader = api.visitor();
    assertThat(reader.get("/verify").good()).isTrue();
    for (String rubbish :
        List.of(
            nothing + "." + nothing + ".AA~",
            jwt.replaceFirst("\\.[^.]+\\.", "." + nothing + ".") + "~",
            jwt + "~" + nothing + "~",
            card.token() + nothing,
            card.token() + nothing + "." + nothing + ".AA")) {
      told(api.ask(rubbish), Finding.UNREADABLE, BARE);
      told(api.ask(rubbish, "隔壁书店"), Finding.UNREADABLE, BARE);
      Answer page = reader.form("/verify", Map.of("token", rubbish));
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.words()).contains(Finding.UNREADABLE.says().zh());
    }
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    told(api.ask("a".repeat(SdJwt.MOST_CHARACTERS + 1)), Finding.TOO_LARGE, BARE);
    told(api.ask("~".repeat(3_000_000)), Finding.TOO_LARGE, BARE);
    told(api.send(new byte[4_000_000]), Finding.UNREADABLE, BARE);
    refused(api.send(new byte[61 * 1024 * 1024]), 413, "too-large");
  }

  @Test
  void whoeverSendsNothingIsToldWhatToSend() {
    refused(api.ask(""), 422, "verify-nothing");
    refused(api.ask("  \n"), 422, "verify-nothing");
    refused(api.visitor().post("/api/verify", Map.of()), 422, "verify-nothing");
    refused(api.send(new byte[0]), 422, "verify-nothing");
    refused(api.visitor().post("/api/verify", List.of("x")), 400, "unreadable-request");
    refused(
        api.visitor().form("/api/verify", Map.of("other", "x"), Map.of()),
        400,
        "unreadable-request");
  }
}
