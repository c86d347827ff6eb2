package org.yiwang.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a running program says about itself.
 *
 * @param up whether pages can be served
 * @param answer its own words, or why there are none
 */
record Health(boolean up, String answer) {
  private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();

  /** Asks; a program that does not answer is down. */
  static Health of(RunningProgram running) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              running.address().resolve("/actuator/health").toURL().openConnection();
      connection.setConnectTimeout(PATIENCE);
      connection.setReadTimeout(PATIENCE);
      boolean up = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      try (InputStream body = up ? connection.getInputStream() : connection.getErrorStream()) {
        String said = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return new Health(up, said);
      }
    } catch (IOException e) {
      return new Health(false, "no answer: " + e.getMessage());
    }
  }
}
