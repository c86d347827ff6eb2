package org.yiwang.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands messages to the district's own gateway by HTTP POST, signed as Standard Webhooks 1.0 says:
 * the headers {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature} = {@code
 * v1,} and the Base64 HMAC-SHA256 of {@code id.timestamp.body}. Any 2xx is an acceptance; the id is
 * the same when a message is sent again.
 */
final class WebhookChannel implements Channel {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final URI address;
  private final byte[] secret;
  private final InstantSource time;

  /**
   * @param secret as the specification writes it, {@code whsec_} and Base64; anything else is taken
   *     as plain text
   */
  WebhookChannel(URI address, String secret, InstantSource time) {
    this.address = address;
    this.secret =
        secret.startsWith("whsec_")
            ? Base64.getDecoder().decode(secret.substring("whsec_".length()))
            : secret.getBytes(StandardCharsets.UTF_8);
    this.time = time;
  }

  @Override
  public String carrier() {
    return "webhook";
  }

  @Override
  public void deliver(Outgoing message) {
    String body = json.writeValueAsString(body(message));
    String id = message.id().toString();
    String timestamp = Long.toString(time.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signature(id, timestamp, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    int answer = send(request);
    if (answer / 100 != 2) {
      throw new DeliveryException("The gateway answered " + answer);
    }
  }

  private static Map<String, Object> body(Outgoing message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", message.id().toString());
    body.put("way", message.way().word());
    body.put("to", message.to());
    body.put("language", message.language().tag());
    body.put("title", message.title().in(message.language()));
    body.put("words", message.words().in(message.language()));
    body.put("subject", message.subject());
    body.put("created", message.created().toString());
    return body;
  }

  private int send(HttpRequest request) {
    try {
      HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
      return response.statusCode();
    } catch (IOException e) {
      throw new DeliveryException("The gateway did not answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException("The program was stopping");
    }
  }

  String signature(String id, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
