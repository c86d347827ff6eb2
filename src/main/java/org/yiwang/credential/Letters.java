package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How tokens are spelt: base64url without padding, strict JSON, SHA-256. */
final class Letters {
  /** A name that stands twice could mean two things to two readers. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final SecureRandom RANDOM = new SecureRandom();

  private Letters() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String encode(String words) {
    return encode(words.getBytes(StandardCharsets.UTF_8));
  }

  /** Only the one spelling that {@link #encode} would have written. */
  static byte[] decode(String letters) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(letters);
      if (encode(bytes).equals(letters)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // falls through: said below
    }
    throw new UnreadableException("not base64url");
  }

  static Map<String, Object> map(byte[] json) {
    Map<String, Object> read;
    try {
      read = JSON.readValue(json, MAP);
    } catch (JacksonException e) {
      throw new UnreadableException("not JSON");
    }
    return there(read);
  }

  /** The whole JSON may be the word {@code null}, which the reader takes for nothing. */
  static <T> T there(@Nullable T read) {
    if (read == null) {
      throw new UnreadableException("null");
    }
    return read;
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  static byte[] sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every Java", e);
    }
  }

  /** The SHA-256 of what stands in a token, spelt as tokens do. */
  static String hash(String ascii) {
    return encode(sha256(ascii.getBytes(StandardCharsets.US_ASCII)));
  }

  static byte[] random(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return drawn;
  }
}
