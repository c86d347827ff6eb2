package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiwang.ProgramTest;

/**
 * A foreign page cannot act in the name of somebody who is signed in: whatever changes anything and
 * is reached with the session's cookie needs the token of our own pages.
 */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class ForgedFormsTests {
  private static final Set<RequestMethod> HARMLESS =
      Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);

  /**
   * The addresses that ask for no token even beside a session's cookie, and why that is right: each
   * of them takes no notice of who the cookie says one is.
   */
  private static final Map<String, String> EXEMPT =
      Map.of(
          "/oauth2/token", "the program proves itself by its secret or by the code's proof key",
          "/oauth2/revoke", "takes a token that the caller must hold, and the program's own proof",
          "/oauth2/introspect", "answers programs that prove themselves, and changes nothing",
          "/userinfo", "reads, and only with a bearer token in the header",
          "/connect/logout", "only ends sessions, and only with the ID token made for them");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;
  private Visitor admin;

  @BeforeEach
  void signIn() {
    admin = new Visitor(port);
    assertThat(admin.signIn("admin", Demo.PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void everyMappingThatMayChangeAnythingRefusesASessionsCookieWithoutAToken() {
    Set<String> changing = changing();
    assertThat(changing).hasSizeGreaterThan(50).contains("POST /cases/{number}/do/{action}");
    List<String> open = new ArrayList<>();
    for (String one : changing) {
      String[] words = one.split(" ");
      String path = words[1].replaceAll("\\{[^}]*}", "x").replace("**", "x");
      for (String token : new String[] {"", "guessed"}) {
        HttpResponse<String> answer = admin.ask(words[0], path, token);
        if (answer.statusCode() != 403) {
          open.add(one + " answers " + answer.statusCode() + " with token '" + token + "'");
        }
      }
    }
    assertThat(open).isEmpty();
  }

  /** Were it the account that is refused above, it would be refused here too. */
  @Test
  void theSameAccountIsLetInWithTheTokenOfOurPages() {
    String token = admin.token("/admin/accounts/new");
    HttpResponse<String> answer = admin.ask("POST", "/admin/accounts/new", token);
    assertThat(answer.statusCode()).as("an empty form").isEqualTo(422);
    assertThat(admin.ask("POST", "/api/requests", token).statusCode()).isIn(400, 415, 422);
    Visitor other = new Visitor(port);
    assertThat(other.ask("POST", "/report", token).statusCode()).as("another's").isEqualTo(403);
  }

  @Test
  void whatIsExemptTakesNoNoticeOfTheCookie() {
    EXEMPT.forEach(
        (path, why) -> {
          HttpResponse<String> answer = admin.ask("POST", path, "");
          assertThat(answer.statusCode()).as("%s: %s", path, why).isIn(400, 401, 403, 404, 405);
        });
    assertThat(admin.get("/account").statusCode()).as("still signed in").isEqualTo(200);
    assertThat(admin.ask("POST", "/oauth2/authorize", "").statusCode())
        .as("a consent that was never asked for")
        .isIn(400, 403, 405);
  }

  /** Without a cookie nobody is spoken for, so programs need no token at the API. */
  @Test
  void programsWithoutACookieNeedNoTokenAtTheApiAndOneOnPages() {
    assertThat(new Visitor(port).ask("POST", "/api/requests", "").statusCode()).isIn(400, 415, 422);
    assertThat(new Visitor(port).ask("POST", "/report", "").statusCode()).isEqualTo(403);
  }

  private Set<String> changing() {
    return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(
            info ->
                methods(info).stream()
                    .flatMap(how -> info.getPatternValues().stream().map(at -> how + " " + at)))
        .filter(one -> !one.endsWith(" /error"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A mapping that names no method takes them all. */
  private static List<RequestMethod> methods(RequestMappingInfo info) {
    Set<RequestMethod> named = info.getMethodsCondition().getMethods();
    return named.isEmpty()
        ? List.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE)
        : named.stream().filter(method -> !HARMLESS.contains(method)).toList();
  }
}
