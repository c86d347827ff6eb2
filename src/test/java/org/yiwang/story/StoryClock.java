package org.yiwang.story;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.springframework.core.Ordered;
import org.yiwang.calendar.DistrictTime;

/**
 * The clock in the hand of a story: every request is answered as if it were the story's time. Only
 * the district's time is moved; sign-ins and sessions keep the machine's, as browsers do. Also for
 * tests whose answers depend on the day.
 */
public final class StoryClock implements Filter, Ordered {
  private final DistrictTime time;
  private volatile Instant now = Instant.EPOCH;

  StoryClock(DistrictTime time) {
    this.time = time;
  }

  public void set(Instant to) {
    now = to;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      time.at(
          now,
          () -> {
            answer(request, response, chain);
            return now;
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
