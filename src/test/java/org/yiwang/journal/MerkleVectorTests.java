package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proofs, notes and checkpoints that others made (RFC 9162, C2SP signed-note, tlog-tiles). */
class MerkleVectorTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The key pair that the authors of the test log published with it. */
  private static final String TEST_LOG_KEY =
      "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

  private static final String TEST_LOG_SEED =
      "eca663f499017d2365c27c7a7679158d43cfec1330bdb259290afbd0d21777a0";
  private static final List<String> WORDS =
      List.of(
          "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten"
              .split(" "));

  static Stream<JsonNode> inclusion() {
    return vectors("inclusion.jsonl");
  }

  static Stream<JsonNode> consistency() {
    return vectors("consistency.jsonl");
  }

  @ParameterizedTest
  @MethodSource("inclusion")
  void proofsOfInclusionAreTakenOrRefused(JsonNode one) {
    var tree = new MerkleProofs.Head(number(one, "treeSize"), bytes(one.path("root")));
    byte[] leaf = bytes(one.path("leafHash"));
    boolean taken = MerkleProofs.includes(tree, number(one, "leafIdx"), leaf, proof(one));
    assertThat(taken).isNotEqualTo(one.path("wantErr").asBoolean());
  }

  @ParameterizedTest
  @MethodSource("consistency")
  void proofsOfConsistencyAreTakenOrRefused(JsonNode one) {
    var smaller = new MerkleProofs.Head(number(one, "size1"), bytes(one.path("root1")));
    var larger = new MerkleProofs.Head(number(one, "size2"), bytes(one.path("root2")));
    boolean taken = MerkleProofs.continues(smaller, larger, proof(one));
    assertThat(taken).isNotEqualTo(one.path("wantErr").asBoolean());
  }

  @Test
  void aLogBuiltByOthersHasTheSameCheckpointsToTheLastByte() {
    VerifierKey verifier = VerifierKey.parse(TEST_LOG_KEY);
    SignerKey signer = SignerKey.of(verifier, pkcs8(TEST_LOG_SEED));
    GrowingTree tree = GrowingTree.at(0, new TileShelf()::find);
    StringBuilder all = new StringBuilder();
    for (int size = 0; size <= WORDS.size(); size++) {
      var checkpoint = new Checkpoint("example.com/log/testdata", tree.size(), tree.root());
      all.append(SignedNote.write(checkpoint.text(), List.of(signer)));
      if (size < WORDS.size()) {
        tree.append(MerkleHash.leaf(WORDS.get(size).getBytes(StandardCharsets.UTF_8)));
      }
    }
    assertThat(all.toString()).isEqualTo(text("checkpoints.txt"));
  }

  @Test
  void aNoteOfTheSpecificationIsRead() {
    String note =
        "This is an example message.\n\n— example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    VerifierKey key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    assertThat(SignedNote.parse(note).signedBy(key)).isTrue();
    assertThat(SignedNote.parse(note.replace("example m", "Example m")).signedBy(key)).isFalse();
    assertThat(SignedNote.parse(note).signedBy(VerifierKey.parse(TEST_LOG_KEY))).isFalse();
  }

  @Test
  void aCosignatureBesideOursDoesNoHarm() {
    SignerKey ours = SignerKey.fresh("example.org/journal");
    SignerKey witness = SignerKey.fresh("witness.example");
    String text = new Checkpoint("example.org/journal", 0, MerkleHash.empty()).text();
    String note = SignedNote.write(text, List.of(ours)) + witness.sign(text) + "\n";
    assertThat(SignedNote.parse(note).signedBy(ours.verifier())).isTrue();
    assertThat(SignedNote.parse(note).signedBy(witness.verifier())).isTrue();
    assertThat(Checkpoint.parse(SignedNote.parse(note).text()).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\nname AAAAAAA=\n",
        "text\n\n— name\n",
        "text\n\n— name !!!\n",
        "text\n\n— name AAA=\n",
        "te\txt\n\n— name AAAAAAAA\n",
        "text\n\n— name AAAAAAAA"
      })
  void whatIsNoNoteIsRefused(String note) {
    assertThatExceptionOfType(LogRefusedException.class).isThrownBy(() -> SignedNote.parse(note));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "origin\n",
        "origin\n1\n",
        "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "origin\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "origin\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "origin\n1\n47DEQpj8\n",
        "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
      })
  void whatIsNoCheckpointIsRefused(String text) {
    assertThatExceptionOfType(LogRefusedException.class).isThrownBy(() -> Checkpoint.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "name+00000000+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
        "example.com/log/testdata+33d7b496+AuHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
        "example.com/log/testdata+33d7b496+AeHT"
      })
  void whatIsNoKeyIsRefused(String words) {
    assertThatExceptionOfType(LogRefusedException.class).isThrownBy(() -> VerifierKey.parse(words));
  }

  private static byte[] pkcs8(String seed) {
    return HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
  }

  private static List<byte[]> proof(JsonNode one) {
    return one.path("proof").valueStream().map(MerkleVectorTests::bytes).toList();
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asString(""));
  }

  private static long number(JsonNode one, String name) {
    return one.path(name).bigIntegerValue().longValue();
  }

  private static Stream<JsonNode> vectors(String file) {
    return Arrays.stream(text(file).split("\n", -1)).filter(s -> !s.isBlank()).map(JSON::readTree);
  }

  private static String text(String file) {
    try (var in = MerkleVectorTests.class.getResourceAsStream("/journal/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
