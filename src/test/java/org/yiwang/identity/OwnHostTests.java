package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** Whatever a caller calls this site, it speaks of itself under its own address. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class OwnHostTests {
  private static final String FOREIGN = "evil.example";

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/desk",
        "/?lang=en",
        "/sign-in?to=%2Fdesk",
        "/verify",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
        "/.well-known/jwt-vc-issuer",
        "/journal/checkpoint",
        "/matters/codes/daxue-road-park",
        "/oauth2/authorize?client_id=yiwang-demo-app",
        "/api/requests/none"
      })
  void aForeignNameStandsInNoAnswer(String path) throws IOException {
    assertThat(ask(path, "Host: " + FOREIGN)).startsWith("HTTP/1.1 ").doesNotContain(FOREIGN);
    assertThat(ask("http://" + FOREIGN + path, "Host: " + FOREIGN)).doesNotContain(FOREIGN);
    assertThat(
            ask(
                path,
                "Host: localhost:" + port,
                "X-Forwarded-Host: " + FOREIGN,
                "Forwarded: host=" + FOREIGN))
        .doesNotContain(FOREIGN);
  }

  @Test
  void theIssuerIsThisMachineUnlessAnAddressIsSet() throws IOException {
    String metadata = "/.well-known/openid-configuration";

    assertThat(ask(metadata, "Host: " + FOREIGN))
        .contains("\"issuer\":\"http://localhost:" + port + "\"");
    assertThat(ask(metadata, "Host: localhost:" + (port - 1)))
        .contains("\"issuer\":\"http://localhost:" + port + "\"");
    assertThat(ask(metadata, "Host: 127.0.0.1:" + port))
        .as("where it was asked, on this machine")
        .contains("\"issuer\":\"http://127.0.0.1:" + port + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost", "district.example"})
  void whereAnAddressIsSetNothingElseCounts(String host) throws Exception {
    MockHttpServletRequest asked = new MockHttpServletRequest("GET", "/oauth2/authorize");
    asked.setServerName(host);
    MockFilterChain chain = new MockFilterChain();
    set("https://district.example/").doFilter(asked, new MockHttpServletResponse(), chain);

    HttpServletRequest seen = (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    assertThat(seen.getRequestURL()).hasToString("https://district.example/oauth2/authorize");
    assertThat(seen.getServerPort()).isEqualTo(443);
  }

  @Test
  void anAddressThatIsNoneIsRefusedAtStart() {
    assertThatThrownBy(() -> set("district.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write it as https://");
  }

  private static OwnHost set(String address) {
    return new OwnHost(new MockEnvironment().withProperty("yiwang.address", address));
  }

  /** By hand: Java's client lets nobody choose the host's name. */
  private String ask(String target, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request =
          "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
              .formatted(target, String.join("\r\n", headers));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
