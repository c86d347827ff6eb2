package org.yiwang.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * How often one address, and one account, may sign in, report and look up (频率限制). Who is over it
 * gets 429 with a sentence and the seconds to wait. Counted in each instance of the program.
 *
 * <p>Programs that file for many people (permission {@code operate-api}) are not counted.
 */
final class RateLimits extends OncePerRequestFilter {
  private final List<RateRule> rules;
  private final boolean enabled;
  private final Viewers viewers;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(1)).build();

  RateLimits(List<RateRule> rules, boolean enabled, Viewers viewers) {
    this.rules = rules;
    this.enabled = enabled;
    this.viewers = viewers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RateRule rule = rule(request);
    Optional<Duration> wait =
        rule != null && counted(request) ? wait(rule, request) : Optional.empty();
    if (wait.isPresent()) {
      refuse(wait.get(), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private @Nullable RateRule rule(HttpServletRequest request) {
    for (RateRule rule : rules) {
      if (rule.concerns(request)) {
        return rule;
      }
    }
    return null;
  }

  /** Switching off is for benchmarks, and only for callers on the same machine. */
  private boolean counted(HttpServletRequest request) {
    boolean off = !enabled && Addresses.isLoopback(request.getRemoteAddr());
    return !off && !viewers.current().may(Permission.OPERATE_API);
  }

  /**
   * Counts what only its handler can tell to be counted.
   *
   * @throws RefusedException TOO_MANY over the limit of that rule
   */
  void count(String name, HttpServletRequest request, HttpServletResponse response) {
    rules.stream()
        .filter(rule -> rule.name().equals(name) && counted(request))
        .flatMap(rule -> wait(rule, request).stream())
        .findFirst()
        .ifPresent(
            wait -> {
              throw tooMany(wait, response);
            });
  }

  private Optional<Duration> wait(RateRule rule, HttpServletRequest request) {
    Stream<String> address = Stream.of("address " + Addresses.network(request.getRemoteAddr()));
    Stream<String> account =
        Stream.ofNullable(viewers.current().account()).map(a -> "account " + a);
    return Stream.concat(address, account)
        .map(who -> take(rule, rule.name() + " " + who))
        .flatMap(Optional::stream)
        .max(Duration::compareTo);
  }

  private Optional<Duration> take(RateRule rule, String key) {
    ConsumptionProbe probe =
        buckets.get(key, unknown -> rule.rate().bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** The error page finds the refusal among the request's attributes and writes it. */
  private static void refuse(
      Duration wait, HttpServletRequest request, HttpServletResponse response) throws IOException {
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, tooMany(wait, response));
    response.sendError(Refusal.Kind.TOO_MANY.http());
  }

  /** With the time to wait for programs, too. */
  private static RefusedException tooMany(Duration wait, HttpServletResponse response) {
    long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(wait.toNanos() + 999_999_999L));
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.TOO_MANY,
            "too-many-requests",
            Text.of("短时间内提交的次数太多。", "Too many requests in a short time."),
            Text.of(
                    "请 %d 秒后再试；已提交的内容不会丢失。",
                    "Try again in %d seconds; what you sent before is safe.")
                .with(seconds)));
  }
}
