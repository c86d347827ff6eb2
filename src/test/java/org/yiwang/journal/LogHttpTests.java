package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;

/** Anybody reads the log and checks it, without an account. */
@ProgramTest
class LogHttpTests {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private SealClock clock;
  @Autowired private LogStore store;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void someEntries() {
    List<NewEntry> many =
        java.util.stream.IntStream.range(0, 300)
            .mapToObj(
                i -> new NewEntry(LogBench.LIN, "case.moved", "case:LOG-" + i, Map.of("n", i)))
            .toList();
    transaction.executeWithoutResult(t -> journal.appendAll(many));
    while (store.countUnsealed(0) > 0) {
      clock.sealAll(); // the program's own clock may be at it
    }
  }

  @Test
  void theCheckpointIsSignedByThePublishedKey() {
    HttpResponse<byte[]> answer = get("checkpoint");
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain;charset=UTF-8");
    assertThat(answer.headers().firstValue("cache-control")).contains("max-age=2");
    SignedNote note = SignedNote.parse(text("checkpoint"));
    assertThat(note.signedBy(VerifierKey.parse(text("key").lines().findFirst().orElseThrow())))
        .isTrue();
    assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo("localhost/journal/yangpu");
  }

  @Test
  void leavesAndTilesGiveTheRoot() {
    Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(text("checkpoint")).text());
    byte[] tile = get("tile/0/000").body();
    byte[] bundle = get("tile/entries/000").body();
    assertThat(tile).hasSize(8192);
    assertThat(bundle).hasSize(256 * 34);
    for (int i = 0; i < 256; i++) {
      byte[] leaf = Arrays.copyOfRange(bundle, i * 34 + 2, i * 34 + 34);
      assertThat(bundle[i * 34 + 1]).isEqualTo((byte) 32);
      assertThat(Arrays.copyOfRange(tile, i * 32, i * 32 + 32)).isEqualTo(MerkleHash.leaf(leaf));
    }
    assertThat(new Tile(0, 0, tile).root())
        .isEqualTo(Arrays.copyOf(get("tile/1/000.p/1").body(), 32));
    assertThat(checkpoint.size()).isGreaterThanOrEqualTo(300);
  }

  @Test
  void tilesMayBeKeptForEver() {
    for (String path : List.of("tile/0/000", "tile/entries/000.p/3", "tile/1/000.p/1")) {
      HttpResponse<byte[]> answer = get(path);
      assertThat(answer.headers().firstValue("cache-control"))
          .contains("max-age=31536000, public, immutable");
      assertThat(answer.headers().firstValue("content-type")).contains("application/octet-stream");
      assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }
    assertThat(get("tile/0/000.p/5").body())
        .isEqualTo(Arrays.copyOf(get("tile/0/000").body(), 5 * 32));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/x999/000",
        "tile/3/000.p/1",
        "tile/2/000",
        "tile/64/000",
        "tile/0/000.p/256",
        "tile/nothing",
        "tile/0/000/000",
        "tile/entries/x001/000"
      })
  void whatTheTreeDoesNotHaveIsNotThere(String path) {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }

  @Test
  void toolsOfOthersFindTheLogInOrder() {
    assumeTrue(
        GoTools.installed(),
        "Go is not here: apt-get install golang-go golang-golang-x-mod-dev to run this test");
    String log = "http://127.0.0.1:" + port + "/journal";
    String key = text("key").lines().findFirst().orElseThrow();
    assertThat(GoTools.verify(log, key))
        .contains("checkpoint ok", "inclusion ok", "consistency ok")
        .endsWith("exit 0");
    String other = SignerKey.fresh("localhost/journal/yangpu").verifier().words();
    assertThat(GoTools.verify(log, other)).contains("FAILED signature").endsWith("exit 1");
  }

  private String text(String path) {
    return new String(get(path).body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path) {
    URI address = URI.create("http://127.0.0.1:" + port + "/journal/" + path);
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
