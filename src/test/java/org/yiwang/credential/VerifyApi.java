package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/verify} of a running program, and what its answers have to be like. */
record VerifyApi(int port) {
  static final Set<String> BARE = Set.of("finding", "genuine", "says", "next");
  static final Set<String> WITH_CLAIMS =
      Set.of("finding", "genuine", "says", "next", "credential", "claims");

  static JsonNode told(Answer answer, Finding finding, Set<String> fields) {
    assertThat(answer.status()).isEqualTo(200);
    JsonNode told = answer.json();
    assertThat(told.path("finding").asString()).isEqualTo(finding.code());
    assertThat(names(told)).isEqualTo(fields);
    assertThat(told.path("genuine").asBoolean()).isEqualTo(finding == Finding.GENUINE);
    assertThat(told.at("/says/zh").asString()).isEqualTo(finding.says().zh());
    assertThat(told.at("/says/en").asString()).isEqualTo(finding.says().en());
    assertThat(told.at("/next/zh").asString()).isEqualTo(finding.next().zh());
    assertThat(told.at("/next/en").asString()).isEqualTo(finding.next().en());
    return told;
  }

  static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("type").asString()).isEqualTo("urn:yiwang:problem:" + code);
    assertThat(answer.json().path("next").asString()).isNotBlank();
  }

  static Set<String> names(JsonNode node) {
    return new TreeSet<>(node.propertyNames());
  }

  Person visitor() {
    return new Person(URI.create("http://127.0.0.1:" + port));
  }

  Answer ask(String shown) {
    return visitor().post("/api/verify", Map.of("token", shown));
  }

  Answer ask(String shown, String recipient) {
    return visitor().post("/api/verify", Map.of("token", shown, "recipient", recipient));
  }

  Answer send(byte[] file) {
    return visitor().file("/api/verify", "file", file);
  }
}
