package org.yiwang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yiwang.notice.Channel.DeliveryException;
import org.yiwang.notice.Channel.Outgoing;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import tools.jackson.databind.json.JsonMapper;

class ChannelTests {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  private record Posted(String signature, String body) {}

  private static Outgoing message(Way way, String to) {
    return new Outgoing(
        UUID.fromString("00000000-0000-7000-8000-000000000001"),
        way,
        to,
        "138****1234",
        Language.ZH,
        Text.of("已受理", "Accepted"),
        Text.of("您反映的问题已受理。", "Your request has been accepted."),
        "case:YP-1",
        NOW);
  }

  @Test
  void signsAsTheStandardsOwnExampleDoes() {
    // Example of the Standard Webhooks specification, "Signature scheme"
    WebhookChannel channel = new WebhookChannel(URI.create("http://localhost"), SECRET, () -> NOW);
    assertThat(
            channel.signature(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void postsASignedMessage() throws Exception {
    CompletableFuture<Posted> got = new CompletableFuture<>();
    HttpServer gateway = gateway(got, 202);
    try {
      WebhookChannel channel = new WebhookChannel(address(gateway), SECRET, () -> NOW);
      channel.deliver(message(Way.SMS, "13800001234"));
      Posted request = got.get(10, TimeUnit.SECONDS);
      String body = request.body();
      assertThat(request.signature())
          .isEqualTo(
              channel.signature(
                  "00000000-0000-7000-8000-000000000001",
                  Long.toString(NOW.getEpochSecond()),
                  body));
      assertThat(JsonMapper.builder().build().readTree(body).path("to").stringValue())
          .isEqualTo("13800001234");
    } finally {
      gateway.stop(0);
    }
  }

  @Test
  void anAnswerThatIsNoAcceptanceIsAFailure() throws Exception {
    HttpServer gateway = gateway(new CompletableFuture<>(), 500);
    try {
      WebhookChannel channel = new WebhookChannel(address(gateway), "plain", () -> NOW);
      assertThatThrownBy(() -> channel.deliver(message(Way.SMS, "13800001234")))
          .isInstanceOf(DeliveryException.class)
          .hasMessage("The gateway answered 500");
    } finally {
      gateway.stop(0);
    }
  }

  @Test
  void aGatewayThatIsNotThereIsAFailure() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    URI nowhere = URI.create("http://127.0.0.1:" + free);
    WebhookChannel channel = new WebhookChannel(nowhere, "plain", () -> NOW);
    assertThatThrownBy(() -> channel.deliver(message(Way.SMS, "13800001234")))
        .isInstanceOf(DeliveryException.class)
        .hasMessageStartingWith("The gateway did not answer");
  }

  @Test
  void sendsMailBySmtp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> got = CompletableFuture.supplyAsync(() -> oneMail(server));
      Channel channel =
          new NoticeSettings.Mail(
                  null, server.getLocalPort(), null, null, false, "yiwang@example.org")
              .channel("127.0.0.1");
      channel.deliver(message(Way.MAIL, "wang@example.org"));
      assertThat(got.get(10, TimeUnit.SECONDS))
          .contains("RCPT TO:<wang@example.org>")
          .contains("From: yiwang@example.org")
          .contains("Subject: =?UTF-8?");
    }
  }

  @Test
  void aMailServerThatIsNotThereIsAFailureThatKeepsTheAddressToItself() {
    Channel channel =
        new NoticeSettings.Mail(null, 1, null, null, false, "yiwang@example.org")
            .channel("127.0.0.1");
    assertThatThrownBy(() -> channel.deliver(message(Way.MAIL, "wang@example.org")))
        .isInstanceOf(DeliveryException.class)
        .hasMessageStartingWith("SMTP: ")
        .hasMessageNotContaining("wang@");
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
  }

  private static HttpServer gateway(CompletableFuture<Posted> got, int answer) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(any, 0);
    server.createContext(
        "/messages",
        exchange -> {
          got.complete(read(exchange));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static Posted read(HttpExchange exchange) throws IOException {
    return new Posted(
        exchange.getRequestHeaders().getFirst("webhook-signature"),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** Plays a mail server for one message; returns all that the client said. */
  private static String oneMail(ServerSocket server) {
    StringBuilder said = new StringBuilder();
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      say(out, "220 hello");
      boolean content = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        said.append(line).append('\n');
        if (content) {
          content = !line.equals(".");
          answer(out, content ? "" : "250 taken");
        } else {
          content = line.equals("DATA");
          answer(out, content ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 well");
        }
      }
    } catch (IOException e) {
      said.append(e);
    }
    return said.toString();
  }

  private static void answer(OutputStream out, String line) throws IOException {
    if (!line.isEmpty()) {
      say(out, line);
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
