package org.yiwang.journeys;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.yiwang.calendar.DistrictTime;

/** Answers every request so much later than it is, without anybody waiting for it. */
final class LaterClock implements Filter, Ordered {
  private final DistrictTime time;
  private volatile Duration later = Duration.ZERO;

  LaterClock(DistrictTime time) {
    this.time = time;
  }

  /** As late as it is. */
  void reset() {
    later = Duration.ZERO;
  }

  void pass(Duration more) {
    later = later.plus(more);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      time.at(
          time.instant().plus(later),
          () -> {
            answer(request, response, chain);
            return later;
          });
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
  }

  private static void answer(ServletRequest request, ServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (ServletException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
