package org.yiwang.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Asks an issuer elsewhere, carefully: only addresses on the pack's list come here; no redirect is
 * followed, a private address is refused unless the pack says that it stands inside, little time
 * and little memory are given.
 */
final class Fetch {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_BYTES = 1 << 20;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final boolean inside;
  private final Duration patience;

  Fetch(boolean inside) {
    this(inside, PATIENCE);
  }

  /**
   * @param patience until all of an answer has to be there, not only its beginning
   */
  Fetch(boolean inside, Duration patience) {
    this.inside = inside;
    this.patience = patience;
  }

  /**
   * The text at an address.
   *
   * @throws UnavailableException for anything but a small answer in time with the number 200
   */
  String get(String address) {
    return ask(address, builder -> builder);
  }

  /**
   * What is answered to a form.
   *
   * @throws UnavailableException for anything but a small answer in time with the number 200
   */
  String post(String address, String form) {
    return ask(
        address,
        builder ->
            builder
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form, UTF_8)));
  }

  private String ask(String address, UnaryOperator<HttpRequest.Builder> how) {
    try {
      URI uri = URI.create(address);
      if (!inside && (!"https".equals(uri.getScheme()) || !isPublic(uri.getHost()))) {
        throw new UnavailableException("not a public address");
      }
      HttpResponse<String> answer = answer(how.apply(HttpRequest.newBuilder(uri)).build());
      if (answer.statusCode() != 200) {
        throw new UnavailableException("answered " + answer.statusCode());
      }
      return answer.body();
    } catch (ExecutionException | UnknownHostException | IllegalArgumentException e) {
      throw new UnavailableException("no answer");
    } catch (TimeoutException e) {
      throw new UnavailableException("no whole answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted");
    }
  }

  /** Whoever sends one letter a minute is let go of: the client's own time ends with the head. */
  private HttpResponse<String> answer(HttpRequest request)
      throws ExecutionException, TimeoutException, InterruptedException {
    Future<HttpResponse<String>> asked =
        CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), MOST_BYTES));
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      asked.cancel(true);
    }
  }

  static boolean isPublic(String host) throws UnknownHostException {
    for (InetAddress at : InetAddress.getAllByName(host)) {
      byte[] bytes = at.getAddress();
      boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
      boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
      if (unique
          || shared
          || at.isAnyLocalAddress()
          || at.isLoopbackAddress()
          || at.isLinkLocalAddress()
          || at.isSiteLocalAddress()
          || at.isMulticastAddress()) {
        return false;
      }
    }
    return true;
  }
}
