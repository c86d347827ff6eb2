package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** Which role may open which address of this module: role by role. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class RolesAndAddressesTests {
  private static final Map<String, Visitor> SIGNED_IN = new HashMap<>();
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "/sign-in,             200, 200, 200, 200, 200",
    "/actuator/health,     200, 200, 200, 200, 200",
    "/account,             303, 200, 200, 200, 200",
    "/access-log,          303, 403, 403, 200, 403",
    "/admin,               303, 403, 403, 403, 200",
    "/admin/accounts/new,  303, 403, 403, 403, 200",
    "/admin/programs,      303, 403, 403, 403, 200",
    "/admin/packs,         303, 403, 403, 403, 200",
    "/admin/jobs,          303, 403, 403, 403, 200",
    "/actuator/prometheus, 401, 403, 403, 403, 200",
    "/actuator/info,       401, 403, 403, 403, 200",
    "/api/me,              401, 200, 200, 200, 200",
    "/no-such-page,        303, 404, 404, 404, 404",
    "/api/no-such-thing,   401, 404, 404, 404, 404",
  })
  void eachRoleOpensWhatItMay(
      String path, int visitor, int resident, int duty, int audit, int admin) {
    assertThat(get(null, path)).as("visitor").isEqualTo(visitor);
    assertThat(get("wang", path)).as("resident").isEqualTo(resident);
    assertThat(get("duty", path)).as("duty officer").isEqualTo(duty);
    assertThat(get("audit", path)).as("auditor").isEqualTo(audit);
    assertThat(get("admin", path)).as("administrator").isEqualTo(admin);
  }

  private int get(@Nullable String login, String path) {
    if (login == null) {
      return new Visitor(port).get(path).statusCode();
    }
    Visitor visitor =
        SIGNED_IN.computeIfAbsent(
            login,
            name -> {
              Visitor fresh = new Visitor(port);
              fresh.signIn(name, Demo.PASSWORD);
              return fresh;
            });
    return visitor.get(path).statusCode();
  }
}
