package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.ProgramTest;
import org.yiwang.casework.CasePhotos;
import org.yiwang.casework.Pictures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Wrong, huge, hostile and repeated input at the API. */
@ProgramTest
class ReportApiTests {
  private static final double LON = 121.529;
  private static final double LAT = 31.283;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  @Autowired private JdbcClient sql;
  @Autowired private CasePhotos photos;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aReportGetsANumberWhatHappensNextAndByWhen() throws Exception {
    JsonNode receipt = json(post(report("井盖没了", LON, LAT), null));
    String number = receipt.get("number").asString();

    assertThat(number).matches("YP-\\d{8}-\\d{5}");
    assertThat(receipt.get("next").get("zh").asString()).isNotBlank();
    assertThat(receipt.get("due").asString()).isNotBlank();

    JsonNode seen =
        json(get("/api/requests/" + number + "?receipt=" + receipt.get("receipt").asString()));
    assertThat(seen.get("category").asString()).isEqualTo("manhole-missing");
    assertThat(seen.get("history")).hasSize(1);
  }

  @Test
  void aReportIsFoundByTheLastFourDigitsAndByNothingElse() throws Exception {
    Map<String, Object> report = new java.util.HashMap<>(report("有煤气味", LON, LAT));
    report.put("contact", Map.of("phone", "138 0000 1234", "name", "某某"));
    String number = json(post(report, null)).get("number").asString();

    assertThat(get("/api/requests/" + number + "?phone=1234").statusCode()).isEqualTo(200);
    assertThat(get("/api/requests/" + number + "?phone=1235").statusCode()).isEqualTo(404);
    assertThat(get("/api/requests/" + number + "?phone=%25").statusCode()).isEqualTo(404);
    assertThat(get("/api/requests/" + number).statusCode()).isEqualTo(404);
    assertThat(get("/api/requests/" + number + "?phone=1234").body()).doesNotContain("13800001234");
  }

  @Test
  void theSameKeySentAtOnceFromManySidesFilesOnce() throws Exception {
    String key = UUID.randomUUID().toString();
    Callable<String> send =
        () -> json(post(report("同一件事 " + key, LON, LAT), key)).get("number").asString();
    Set<String> numbers = new HashSet<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
      for (Future<String> one : pool.invokeAll(List.of(send, send, send, send, send, send))) {
        numbers.add(one.get());
      }
    }

    assertThat(numbers).hasSize(1);
    assertThat(post(report("另一件事", LON, LAT), key).statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "121.52, 31.0, request-place-outside",
    "0, 0, request-place-outside",
    "181, 31.28, position",
    "121.5, -91, position",
    "1e308, 1e308, position"
  })
  void aPlaceElsewhereOrNowhereIsRefusedWithASentence(double lon, double lat, String code)
      throws Exception {
    HttpResponse<String> answer = post(report("井盖没了", lon, lat), null);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains(code);
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() throws Exception {
    String body =
        post(
                Map.of(
                    "category", "no-such", "text", " \u0000 ", "contact", Map.of("phone", "abc")),
                null)
            .body();

    assertThat(body)
        .contains("request-text-missing")
        .contains("request-category-unknown")
        .contains("request-place-missing")
        .contains("request-phone-unfit");
  }

  @Test
  void hugeAndBrokenInputIsRefused() throws Exception {
    assertThat(post(report("长".repeat(100_000), LON, LAT), null).statusCode()).isEqualTo(422);
    assertThat(addressed("路".repeat(100_000)).body()).contains("request-address-too-long");
    assertThat(raw("{\"category\":", "application/json").statusCode()).isEqualTo(400);
    assertThat(raw("[]", "application/json").statusCode()).isEqualTo(400);
    assertThat(raw("text=x", "application/x-www-form-urlencoded").statusCode()).isIn(415, 403);
    assertThat(post(report("x", LON, LAT), "k".repeat(500)).statusCode()).isEqualTo(422);
  }

  /** What is too long is said, never cut off unseen. */
  private HttpResponse<String> addressed(String address) throws Exception {
    return post(
        Map.of(
            "category",
            "manhole-missing",
            "text",
            "井盖没了",
            "lon",
            LON,
            "lat",
            LAT,
            "address",
            address),
        null);
  }

  @Test
  void markupAndSqlAreWordsLikeAnyOther() throws Exception {
    String hostile = "<script>alert(1)</script> '); drop table casework_case; -- \"' ${7*7} {{x}}";
    Map<String, Object> report = new java.util.HashMap<>(report(hostile, LON, LAT));
    report.put("address", hostile);
    report.put("contact", Map.of("name", hostile, "phone", "13800001111"));
    String number = json(post(report, null)).get("number").asString();

    assertThat(
            sql.sql("select description from casework_case where number = ?")
                .param(number)
                .query(String.class)
                .single())
        .isEqualTo(hostile);
  }

  /** An id alone gives no right to somebody else's photo. */
  @Test
  void photosOfAnotherAccountOrAnotherReportAreNotTaken() throws Exception {
    byte[] jpeg = Pictures.jpeg(8, 6);
    UUID free = photos.keep(new ByteArrayInputStream(jpeg), null, null);
    UUID ofAnother = photos.keep(new ByteArrayInputStream(jpeg), null, "somebody");
    UUID ofADraft = photos.keep(new ByteArrayInputStream(jpeg), UUID.randomUUID(), null);

    assertThat(with(ofAnother).body()).contains("request-photos-unknown");
    assertThat(with(ofADraft).body()).contains("request-photos-unknown");
    assertThat(with(UUID.randomUUID()).body()).contains("request-photos-unknown");
    assertThat(with(free).statusCode()).isEqualTo(201);
    assertThat(with(free).body()).as("it belongs to a case now").contains("request-photos-unknown");
  }

  private HttpResponse<String> with(UUID photo) throws Exception {
    return with(List.of(photo));
  }

  private HttpResponse<String> with(List<UUID> photos) throws Exception {
    Map<String, Object> report = new java.util.HashMap<>(report("井盖没了", LON, LAT));
    report.put("photos", photos);
    return post(report, null);
  }

  @Test
  void fivePhotosAreTakenAndASixthIsSaidToBeTooMany() throws Exception {
    byte[] jpeg = Pictures.jpeg(8, 6);
    HttpResponse<String> five = upload(jpeg, jpeg, jpeg, jpeg, jpeg);
    assertThat(json(five)).hasSize(5);
    HttpResponse<String> six = upload(jpeg, jpeg, jpeg, jpeg, jpeg, jpeg);
    assertThat(six.statusCode()).isEqualTo(422);
    assertThat(six.body()).contains("request-photos-too-many", "照片最多 5 张。");

    List<UUID> free = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      free.add(photos.keep(new ByteArrayInputStream(jpeg), null, null));
    }
    assertThat(with(free).statusCode()).isEqualTo(422);
    assertThat(with(free).body()).contains("request-photos-too-many");
    assertThat(with(free.subList(0, 5)).statusCode()).isEqualTo(201);
  }

  @Test
  void whatIsNoImageIsNoPhoto() throws Exception {
    assertThat(upload("not an image".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);
    assertThat(upload(new byte[0]).statusCode()).isEqualTo(422);
    assertThat(
            upload("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(422);
  }

  private static Map<String, Object> report(String text, double lon, double lat) {
    return Map.of("category", "manhole-missing", "text", text, "lon", lon, "lat", lat);
  }

  private HttpResponse<String> post(Map<String, ?> report, @Nullable String key) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address("/api/requests"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(report)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> raw(String body, String type)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address("/api/requests"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> upload(byte[]... files) throws IOException, InterruptedException {
    String edge = "edge-of-the-parts";
    byte[] head =
        ("--"
                + edge
                + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] next = "\r\n".getBytes(StandardCharsets.UTF_8);
    List<byte[]> parts = new ArrayList<>();
    for (byte[] file : files) {
      parts.addAll(List.of(head, file, next));
    }
    parts.add(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return client.send(
        HttpRequest.newBuilder(address("/api/requests/photos"))
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(HttpRequest.BodyPublishers.ofByteArrays(parts))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return json.readTree(answer.body());
  }
}
