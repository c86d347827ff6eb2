package org.yiwang.credential;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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

  Fetch(boolean inside) {
    this.inside = inside;
  }

  /**
   * The text at an address.
   *
   * @throws UnavailableException for anything but a small answer with the number 200
   */
  String get(String address) {
    try {
      URI uri = URI.create(address);
      if (!inside && (!"https".equals(uri.getScheme()) || !isPublic(uri.getHost()))) {
        throw new UnavailableException("not a public address");
      }
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
      HttpResponse<InputStream> answer =
          CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return read(answer.statusCode(), body);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnavailableException("no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted");
    }
  }

  private static String read(int status, InputStream body) throws IOException {
    byte[] read = body.readNBytes(MOST_BYTES + 1);
    if (status != 200 || read.length > MOST_BYTES) {
      throw new UnavailableException("answered " + status);
    }
    return new String(read, StandardCharsets.UTF_8);
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
