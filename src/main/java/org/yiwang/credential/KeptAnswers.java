package org.yiwang.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What an issuer elsewhere has answered (对方应答), kept for a while by its address. That it did not
 * answer is kept too, though shorter: all who wait are told at once, and not one after the other.
 */
final class KeptAnswers<T> {
  static final Duration SILENCE_KEPT = Duration.ofSeconds(15);

  private final Cache<String, Answer<T>> answers;

  /** Either is null. */
  private record Answer<T>(@Nullable T said, @Nullable String silence) {}

  KeptAnswers(Duration kept, Ticker ticker) {
    answers =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumSize(200)
            .expireAfter(
                Expiry.<String, Answer<T>>writing(
                    (address, answer) -> answer.said() == null ? SILENCE_KEPT : kept))
            .build();
  }

  /**
   * What is kept, else what is answered now.
   *
   * @throws UnavailableException if nothing is answered, or was not a moment ago
   */
  T get(String address, Function<String, T> ask) {
    requireAlone();
    return said(answers.get(address, asked -> ask(asked, ask)));
  }

  /**
   * What is answered now; if nothing is, what was kept stays.
   *
   * @throws UnavailableException if nothing is answered
   */
  T renew(String address, Function<String, T> ask) {
    requireAlone();
    Answer<T> now = ask(address, ask);
    if (now.said() != null) {
      answers.put(address, now);
    }
    return said(now);
  }

  private static <T> Answer<T> ask(String address, Function<String, T> ask) {
    try {
      return new Answer<>(ask.apply(address), null);
    } catch (UnavailableException silent) {
      return new Answer<>(null, silent.getMessage());
    }
  }

  private static <T> T said(Answer<T> answer) {
    if (answer.said() == null) {
      throw new UnavailableException(String.valueOf(answer.silence()));
    }
    return answer.said();
  }

  /**
   * A slow region must hold none of our connections to the database: there are few, and every page
   * needs one.
   */
  private static void requireAlone() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Another region is asked inside a transaction");
    }
  }
}
