package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.pack.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other programs sign people in here and call the API with tokens. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class OpenIdTests {
  private static final Path SOURCE = Path.of("src/test/node/openid-client");
  private static final Path PLACE = Path.of("target/openid-client").toAbsolutePath();
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private ClientStore clients;
  @Autowired private ProgramClients programs;
  @Autowired private Passwords passwords;
  @Autowired private AccountStore store;
  @Autowired private Accounts accounts;

  @Test
  @Tag("openid-connect-core")
  void aForeignClientSignsSomebodyInWithCodeAndProofKey() throws Exception {
    prepareForeignClient();
    String origin = "http://127.0.0.1:" + port;
    JsonNode seen =
        JSON.readTree(
            run("node", "login.mjs", origin, ConfiguredClients.DEMO_CLIENT, "li", Demo.PASSWORD));

    Account li = store.findByLogin("li").orElseThrow();
    assertThat(seen.at("/claims/iss").asString()).isEqualTo(origin);
    assertThat(seen.at("/claims/sub").asString()).isEqualTo(li.id().toString());
    assertThat(seen.at("/person/name").asString()).isEqualTo("李敏");
    assertThat(seen.at("/person/preferred_username").asString()).isEqualTo("li");
    assertThat(seen.at("/me/roles/0").asString()).isEqualTo("resident");

    String token = seen.at("/accessToken").asString();
    assertThat(api(token).statusCode()).isEqualTo(200);
    store.saveEnabled(li.id(), false, Validity.after(Instant.now()));
    accounts.forget(li.id());
    assertThat(api(token).statusCode()).as("token of a closed account").isEqualTo(401);
    store.saveEnabled(li.id(), true, Validity.after(Instant.now()));
    accounts.forget(li.id());
  }

  /** Node and its packages are on some machines only; the program itself never needs them. */
  private static void prepareForeignClient() throws Exception {
    assumeTrue(present("node") && present("npm"), "Node.js is not on this machine: not tried");
    Files.createDirectories(PLACE);
    for (String file : List.of("package.json", "login.mjs")) {
      Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.isDirectory(PLACE.resolve("node_modules/openid-client"))) {
      try {
        run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
      } catch (AssertionError absent) {
        assumeTrue(false, "npm cannot fetch openid-client here: not tried");
      }
    }
  }

  private static boolean present(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version").start().waitFor(20, TimeUnit.SECONDS);
    } catch (IOException absent) {
      return false;
    }
  }

  private static String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(PLACE.toFile())
            .redirectError(PLACE.resolve("error.txt").toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new AssertionError(Files.readString(PLACE.resolve("error.txt")));
    }
    return out;
  }

  @Test
  void aProgramGetsATokenInItsOwnNameAndActsWithItsRoles() throws Exception {
    String id = "hotline-" + UUID.randomUUID().toString().substring(0, 8);
    ProgramClient hotline =
        new ProgramClient(
            UUID.randomUUID(),
            id,
            Text.same("Hotline"),
            passwords.hash("a secret of the hotline"),
            List.of(),
            new Post(new TreeSet<>(Set.of("connected-system")), null, null, null),
            true,
            false);
    clients.save(hotline, Instant.now());

    assertThat(token(id, "wrong").statusCode()).isEqualTo(401);
    JsonNode answer = JSON.readTree(token(id, "a secret of the hotline").body());
    String token = answer.get("access_token").asString();
    JsonNode me = JSON.readTree(api(token).body());
    assertThat(me.get("account").asString()).isEqualTo("client:" + id);
    assertThat(me.at("/permissions").toString()).contains("operate-api");

    clients.save(hotline.enabled(false), Instant.now());
    programs.forget(id);
    assertThat(api(token).statusCode()).as("a closed program").isEqualTo(401);
  }

  @Test
  void aProgramsTokenNeedsNoSessionAndItsAnswersComeWhole() throws Exception {
    String id = "counter-" + UUID.randomUUID().toString().substring(0, 8);
    var roles = new TreeSet<>(Set.of("connected-system"));
    clients.save(
        new ProgramClient(
            UUID.randomUUID(),
            id,
            Text.same("Counter"),
            passwords.hash("a secret of the counter"),
            List.of(),
            new Post(roles, null, null, null),
            true,
            false),
        Instant.now());
    String token =
        JSON.readTree(token(id, "a secret of the counter").body()).get("access_token").asString();

    HttpResponse<String> me = shown(token, HttpRequest.newBuilder(uri("/api/m%65")));
    assertThat(me.statusCode()).as("an address with an escape").isEqualTo(200);
    assertThat(me.headers().firstValueAsLong("Content-Length")).hasValue(me.body().length());
    assertThat(me.headers().firstValue("Transfer-Encoding")).isEmpty();
    assertThat(me.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> sent =
        shown(
            token,
            HttpRequest.newBuilder(uri("/api/requests"))
                .header("Cookie", SessionStorage.COOKIE + "=somebody")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(sent.statusCode()).as(sent.body()).isBetween(400, 422).isNotIn(401, 403);
    HttpResponse<String> page = shown(token, HttpRequest.newBuilder(uri("/access-log")));
    assertThat(page.statusCode()).as("a token opens no page").isNotEqualTo(200);
  }

  private static HttpResponse<String> shown(String token, HttpRequest.Builder request)
      throws Exception {
    return CLIENT.send(
        request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
  }

  @Test
  void aTokenThatIsNotOursOrNotForTheApiIsRefused() throws Exception {
    assertThat(api("rubbish").statusCode()).isEqualTo(401);
    assertThat(api("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsImtpbmQiOiJhY2NvdW50In0.").statusCode())
        .isEqualTo(401);
  }

  @Test
  void codesGoOnlyWhereTheProgramLives() {
    Visitor duty = new Visitor(port);
    duty.signIn("duty", Demo.PASSWORD);
    String ask =
        "/oauth2/authorize?response_type=code&client_id=%s&scope=openid&state=x"
                .formatted(ConfiguredClients.DEMO_CLIENT)
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
            + "&code_challenge_method=S256&redirect_uri=";

    HttpResponse<String> home = duty.get(ask + "http://127.0.0.1:5555/callback");
    assertThat(Visitor.location(home)).startsWith("http://127.0.0.1:5555/callback?code=");
    HttpResponse<String> away = duty.get(ask + "https://evil.example/callback");
    assertThat(away.statusCode()).isEqualTo(400);
    String without = ask.replaceAll("&code_challenge[^&]*", "") + "http://127.0.0.1:5555/callback";
    assertThat(Visitor.location(duty.get(without))).contains("error=invalid_request");
  }

  /** Only the port may differ, and only on this machine (RFC 8252, 7.3). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:5555/callback/",
        "http://127.0.0.1:5555/callbackevil",
        "http://127.0.0.1:5555/CALLBACK",
        "http://127.0.0.1:5555/callback/../evil",
        "http://127.0.0.1:5555/./callback",
        "http://127.0.0.1:5555/callback%2f..%2fevil",
        "http://127.0.0.1:5555/callback;x",
        "http://127.0.0.1:5555/callback?to=evil",
        "http://127.0.0.1:5555/callback#evil",
        "http://somebody@127.0.0.1:5555/callback",
        "http://127.0.0.1:5555@evil.example/callback",
        "http://127.0.0.1:5555\\@evil.example/callback",
        "http://127.0.0.1.evil.example/callback",
        "http://evil.example/http://127.0.0.1/callback",
        "https://127.0.0.1:5555/callback",
        "http://127.0.0.2:5555/callback",
        "http://localhost:5555/callback",
        "http://0.0.0.0:5555/callback",
        "http://[::1]:5555/callback/x",
        "//127.0.0.1:5555/callback",
        "javascript:alert(1)",
        "data:text/html,x",
        "not a uri",
        "",
      })
  void noVariantOfWhereTheProgramLivesGetsACode(String variant) {
    Visitor duty = new Visitor(port);
    duty.signIn("duty", Demo.PASSWORD);
    String written = URLEncoder.encode(variant, StandardCharsets.UTF_8);
    String ask =
        "/oauth2/authorize?response_type=code&client_id=%s&scope=openid&state=x"
                .formatted(ConfiguredClients.DEMO_CLIENT)
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
            + "&code_challenge_method=S256&redirect_uri=";

    HttpResponse<String> refused = duty.get(ask + written);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(Visitor.location(refused)).isEmpty();
    String home = "http://127.0.0.1:5555/callback";
    HttpResponse<String> both = duty.get(ask + home + "&redirect_uri=" + written);
    assertThat(both.statusCode()).as("said twice").isEqualTo(400);
    assertThat(policy("/oauth2/authorize?client_id=yiwang-demo-app&redirect_uri=" + written))
        .doesNotContain("evil")
        .contains("form-action 'self'");
  }

  /** Written otherwise, and still nowhere but the program's own place on this machine. */
  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:5555//callback", "http://127.0.0.1:99999/callback"})
  void whatIsNearlyTheProgramsPlaceNeverLeavesThisMachine(String variant) {
    Visitor duty = new Visitor(port);
    duty.signIn("duty", Demo.PASSWORD);
    String ask =
        "/oauth2/authorize?response_type=code&client_id=%s&scope=openid&state=x&redirect_uri=%s"
                .formatted(ConfiguredClients.DEMO_CLIENT, variant)
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
            + "&code_challenge_method=S256";
    assertThat(Visitor.location(duty.get(ask)))
        .matches("(http://127\\.0\\.0\\.1:\\d+//?callback.*)?");
  }

  @Test
  void theSignInFormMayLeadToARegisteredProgramOnly() {
    String to = "/oauth2/authorize?client_id=%s&redirect_uri=%s";
    String known = to.formatted(ConfiguredClients.DEMO_CLIENT, "http://127.0.0.1:5555/callback");
    String unknown = to.formatted(ConfiguredClients.DEMO_CLIENT, "https://evil.example/");

    assertThat(policy(known)).contains("form-action 'self' http://127.0.0.1:5555");
    assertThat(policy(unknown)).doesNotContain("evil.example");
  }

  private String policy(String to) {
    return new Visitor(port)
        .get(Doors.signIn(to))
        .headers()
        .firstValue("Content-Security-Policy")
        .orElseThrow();
  }

  private HttpResponse<String> token(String client, String secret) throws Exception {
    String body =
        "grant_type=client_credentials&client_id="
            + client
            + "&client_secret="
            + secret.replace(' ', '+');
    return CLIENT.send(
        HttpRequest.newBuilder(uri("/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> api(String token) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri("/api/me")).header("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
