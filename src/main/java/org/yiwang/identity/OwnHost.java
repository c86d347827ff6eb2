package org.yiwang.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Under which address this site speaks of itself (本站地址), whatever a caller writes into {@code Host}
 * or {@code X-Forwarded-Host}: the setting {@code yiwang.address}; without it the address that was
 * listened on. A foreign name would else stand in the issuer of tokens, in addresses of keys, in
 * the way back from an outside provider and in printed codes, where it is believed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OwnHost extends OncePerRequestFilter {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String set;

  OwnHost(Environment environment) {
    this.set = address(environment);
  }

  /**
   * The setting, without a slash at the end; empty if it is not set.
   *
   * @throws IllegalArgumentException if it is no address of a site
   */
  static String address(Environment environment) {
    String given = environment.getProperty("yiwang.address", "").strip().replaceFirst("/+$", "");
    if (!given.isEmpty() && URI.create(given).getHost() == null) {
      throw new IllegalArgumentException(
          "yiwang.address is \"%s\"; write it as https://district.example".formatted(given));
    }
    return given;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String own = own(request);
    chain.doFilter(own.isEmpty() ? request : new Renamed(request, URI.create(own)), response);
  }

  /** Empty where the caller's own words are right. */
  private String own(HttpServletRequest request) {
    if (!set.isEmpty()) {
      return set;
    }
    boolean ours =
        request.getServerPort() == request.getLocalPort()
            && isOurs(request.getServerName(), request);
    return ours ? "" : "http://localhost:" + request.getLocalPort();
  }

  /** A name of this machine, or the very number at which the caller reached it. */
  private static boolean isOurs(String host, HttpServletRequest request) {
    String plain = host.toLowerCase(Locale.ROOT);
    String reached = request.getLocalAddr();
    return THIS_MACHINE.contains(plain)
        || plain.equals(reached)
        || plain.equals("[" + reached + "]");
  }

  /** The request as if it had been sent to our own address. */
  private static final class Renamed extends HttpServletRequestWrapper {
    private final URI own;

    Renamed(HttpServletRequest request, URI own) {
      super(request);
      this.own = own;
    }

    @Override
    public String getScheme() {
      return own.getScheme();
    }

    @Override
    public String getServerName() {
      return own.getHost();
    }

    @Override
    public int getServerPort() {
      if (own.getPort() >= 0) {
        return own.getPort();
      }
      return "https".equals(own.getScheme()) ? 443 : 80;
    }

    @Override
    public StringBuffer getRequestURL() {
      return new StringBuffer(own.getScheme())
          .append("://")
          .append(own.getRawAuthority())
          .append(getRequestURI());
    }
  }
}
