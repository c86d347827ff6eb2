package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.pack.Text;
import org.yiwang.story.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whoever may see an entry takes a receipt that proves it to anybody; nobody else gets one. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class ReceiptTests {
  private static final Pattern RECEIPT = Pattern.compile("/journal/receipt/\\d+");
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private SealClock clock;
  @Autowired private LogStore store;
  @Autowired private TransactionTemplate transaction;

  private String number;
  private Entry opened;

  @BeforeEach
  void aCaseIsReported() {
    number =
        person("wang")
            .post(
                "/api/requests",
                Map.of(
                    "category",
                    "street-lamp-out",
                    "text",
                    "路灯不亮",
                    "lon",
                    121.4995,
                    "lat",
                    31.2855,
                    "photos",
                    List.of(),
                    "address",
                    "路口"))
            .json()
            .path("number")
            .asString();
    opened = journal.list("case:" + number).getFirst();
    sealed(opened);
  }

  private void sealed(Entry entry) {
    while (store.findLeafOf(entry.id()).isEmpty()) {
      clock.sealAll(); // the program's own clock may be at it
    }
  }

  private URI at() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private Person person(String login) {
    return Person.signedIn(at(), login);
  }

  private String path(Entry entry) {
    return "/journal/receipt/" + entry.id();
  }

  @Test
  void aReceiptProvesTheEntry() {
    JsonNode receipt = person("duty").get(path(opened) + ".json").json();
    String entry = receipt.path("entry").asString();
    assertThat(entry).contains("\"subject\":\"case:" + number + "\"", "\"kind\":\"case.opened\"");
    var digest = MerkleHash.sha256();
    digest.update(bytes(receipt.path("salt")));
    byte[] leaf = digest.digest(entry.getBytes(StandardCharsets.UTF_8));
    assertThat(leaf).isEqualTo(bytes(receipt.path("leaf")));
    SignedNote note = SignedNote.parse(receipt.path("checkpoint").asString());
    assertThat(note.signedBy(VerifierKey.parse(receipt.path("key").asString()))).isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    var head = new MerkleProofs.Head(checkpoint.size(), checkpoint.root());
    List<byte[]> inclusion =
        receipt.path("inclusion").valueStream().map(ReceiptTests::bytes).toList();
    long index = receipt.path("index").asLong();
    assertThat(MerkleProofs.includes(head, index, MerkleHash.leaf(leaf), inclusion)).isTrue();
  }

  @Test
  void theProofAloneIsWrittenAsTheSpecificationSays() {
    String proof = person("duty").get(path(opened) + ".tlog-proof").body();
    long index = store.findLeafOf(opened.id()).orElseThrow().index();
    assertThat(proof)
        .startsWith("c2sp.org/tlog-proof@v1\nextra ")
        .contains("\nindex " + index + "\n", "\n\nlocalhost/journal/")
        .endsWith("=\n");
  }

  @Test
  void toolsOfOthersTakeAReceiptAndRefuseAChangedOne(@TempDir Path folder) throws IOException {
    assumeTrue(
        GoTools.installed(),
        "Go is not here: apt-get install golang-go golang-golang-x-mod-dev to run this test");
    String receipt = person("duty").get(path(opened) + ".json").body();
    assertThat(judged(folder, receipt)).contains("receipt ok").endsWith("exit 0");
    assertThat(judged(folder, receipt.replace("case.opened", "case.closed")))
        .contains("FAILED")
        .endsWith("exit 1");
  }

  /** An officer opens a file without a case; the person concerned and the auditor take receipts. */
  @Test
  void toolsOfOthersTakeTheReceiptOfALookAtAFile(@TempDir Path folder) throws IOException {
    assumeTrue(
        GoTools.installed(),
        "Go is not here: apt-get install golang-go golang-golang-x-mod-dev to run this test");
    String why = "核对来电登记的住址";
    Person officer = person("duty");
    Person.Answer asks = officer.form("/parties", Map.of("number", "10000000001"));
    assertThat(officer.form(asks.path(), Map.of("why", why)).words()).contains("王秀兰");
    Matcher line = RECEIPT.matcher(person("wang").page("/file/looks", "zh").body());
    assertThat(line.find()).as("the newest look stands first").isTrue();
    String path = line.group();
    long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    while (store.findLeafOf(id).isEmpty()) {
      clock.sealAll();
    }

    String concerned = person("wang").get(path + ".json").body();
    String whole = person("audit").get(path + ".json").body();
    assertThat(concerned).contains("access.justified", why).doesNotContain("actorSalt");
    assertThat(whole).contains("access.justified", why, "actorSalt");
    String actor = JSON.readTree(whole).path("actor").asString();
    String another = ((ObjectNode) JSON.readTree(whole)).put("actor", actor + " ").toString();
    assertThat(judged(folder, concerned)).contains("receipt ok").endsWith("exit 0");
    assertThat(judged(folder, whole)).contains("receipt ok").endsWith("exit 0");
    assertThat(judged(folder, concerned.replace(why, "回访")))
        .contains("the entry is not the one of the leaf")
        .endsWith("exit 1");
    assertThat(judged(folder, another))
        .contains("the actor is not the one of the entry")
        .endsWith("exit 1");
  }

  private String judged(Path folder, String receipt) throws IOException {
    Path file = Files.writeString(folder.resolve("receipt.json"), receipt);
    return GoTools.verify(
        at() + "/journal", new Person(at()).get("/journal/key").body().strip(), file);
  }

  @Test
  void onlyWhoMaySeeTheEntryGetsItsReceipt() {
    for (String suffix : List.of("", ".json", ".tlog-proof")) {
      assertThat(new Person(at()).knock("GET", path(opened) + suffix, "")).isEqualTo("in");
      assertThat(person("wang").get(path(opened) + suffix).status()).isEqualTo(200);
      assertThat(person("grid-siping").get(path(opened) + suffix).status()).isEqualTo(200);
      assertThat(person("li").get(path(opened) + suffix).status()).isEqualTo(404);
      assertThat(person("verify-wujiaochang").get(path(opened) + suffix).status()).isEqualTo(404);
    }
    assertThat(person("duty").get("/journal/receipt/999999999999").status()).isEqualTo(404);
    assertThat(person("duty").get("/journal/receipt/x").status()).isEqualTo(404);
  }

  /** What officers note on the way is not for whoever reported. */
  @Test
  void whoReportedGetsTheReceiptOfTheOpeningOnly() {
    Map<String, Object> confirmed = Map.of("version", 1, "note", "内部备注");
    assertThat(
            person("grid-siping")
                .post("/api/cases/" + number + "/actions/confirm", confirmed)
                .good())
        .isTrue();
    Entry moved = journal.list("case:" + number).getLast();
    sealed(moved);
    assertThat(person("duty").get(path(moved)).status()).isEqualTo(200);
    assertThat(person("wang").get(path(moved)).status()).isEqualTo(404);
    String list = person("wang").page("/journal/receipts?subject=case:" + number, "en").words();
    assertThat(list).contains("case.opened").doesNotContain("case.moved");
  }

  /** The person concerned learns what was seen, when and why, but not the officer's name. */
  @Test
  void theReceiptOfALookDoesNotNameWhoLooked() {
    Actor officer =
        new Actor(Actor.Kind.PERSON, "00000000-0000-0000-0000-000000000001", Text.same("林海海"));
    Map<String, Object> facts = Map.of("purpose", "回访");
    transaction.executeWithoutResult(
        t -> journal.append(new NewEntry(officer, "access.read", "case:" + number, facts)));
    Entry look = journal.list("case:" + number).getLast();
    sealed(look);
    for (String suffix : List.of("", ".json", ".tlog-proof")) {
      assertThat(person("wang").get(path(look) + suffix).body()).doesNotContain("林海海", "actorSalt");
      assertThat(person("grid-siping").get(path(look) + suffix).status()).isEqualTo(404);
    }
    assertThat(person("wang").get(path(look)).body()).contains("回访");
    assertThat(person("wang").get("/journal/receipts?subject=case:" + number).body())
        .contains("access.read")
        .doesNotContain("林海海");
    JsonNode whole = person("audit").get(path(look) + ".json").json();
    var digest = MerkleHash.sha256();
    digest.update(bytes(whole.path("actorSalt")));
    String hash =
        Base64.getEncoder()
            .encodeToString(
                digest.digest(whole.path("actor").asString().getBytes(StandardCharsets.UTF_8)));
    assertThat(whole.path("actor").asString()).contains("林海海");
    assertThat(whole.path("entry").asString()).contains("\"actor\":\"" + hash + "\"");
  }

  @Test
  void thePagesSayWhatTheyAreInBothLanguages() {
    assertThat(person("duty").page(path(opened), "zh").words())
        .contains("封存凭条", "被封存的原文", "\"subject\":\"case:" + number + "\"");
    assertThat(person("duty").page(path(opened), "en").words())
        .contains("Receipt", "What was sealed, word for word");
    assertThat(new Person(at()).page("/journal", "zh").words()).contains("日志封存", "怎样核对");
    assertThat(new Person(at()).page("/journal", "en").words())
        .contains("The sealed journal", "How to check");
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asString());
  }
}
