package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The quick look lets through and refuses exactly what Spring Security's own does. */
class HeaderFirewallTests {
  private final HeaderFirewall ours = new HeaderFirewall();

  @Property
  void valuesAreJudgedAsBySpringSecurity(@ForAll String value) {
    same("X-Words", value);
    same(
        "X-Words", new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  @Property
  void namesAreJudgedAsBySpringSecurity(@ForAll String name) {
    same("X-" + name, "plain");
  }

  @Property
  void plainOnesPass(@ForAll("plain") String value) {
    assertThat(passes((StrictHttpFirewall) ours.firewall(), "X-Words", value)).isTrue();
    same("X-Words", value);
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings().withCharRange(' ', '~');
  }

  private void same(String name, String value) {
    assertThat(passes((StrictHttpFirewall) ours.firewall(), name, value))
        .isEqualTo(passes(new StrictHttpFirewall(), name, value));
  }

  private static boolean passes(StrictHttpFirewall firewall, String name, String value) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.addHeader(name, value);
    try {
      firewall.getFirewalledRequest(request).getHeader(name);
      return true;
    } catch (RequestRejectedException refused) {
      return false;
    }
  }
}
