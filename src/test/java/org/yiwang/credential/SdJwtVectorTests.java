package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.authlete.sd.SDJWT;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The test cases of the IETF's working group (Apache-2.0, src/test/resources/sd-jwt): what an
 * issuer hid, what the holder shows of it, and what the verifier must then see. A foreign library
 * (Authlete) reads each token too.
 */
@org.junit.jupiter.api.Tag("rfc9901")
class SdJwtVectorTests {
  private static final Path CASES = Path.of("src/test/resources/sd-jwt");
  private static final Tag HIDDEN = new Tag("!sd");

  /** A value marked as hidden. */
  private record Sd(@Nullable Object value) {}

  @TestFactory
  Stream<DynamicTest> eachCaseOfTheWorkingGroup() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(CASES)) {
      files = all.filter(f -> f.endsWith("specification.yml")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    return files.stream()
        .map(f -> dynamicTest(CASES.relativize(f.getParent()).toString(), () -> play(f)));
  }

  private static void play(Path file) throws IOException {
    Map<?, ?> spec = read(file);
    List<Disclosure> all = new ArrayList<>();
    Map<String, Object> hidden =
        map((Map<?, ?>) Objects.requireNonNull(spec.get("user_claims")), all);
    List<Disclosure> shown = new ArrayList<>();
    choose(hidden, spec.get("holder_disclosed_claims"), all, shown);

    Map<String, Object> unfolded = Unfolding.of(hidden, shown);
    if (spec.get("expect_verified_user_claims") != null) {
      assertThat(Letters.JSON.readTree(Letters.json(unfolded)))
          .isEqualTo(Letters.JSON.readTree(Letters.json(spec.get("expect_verified_user_claims"))));
    }
    Forge forge = Forge.es256();
    SdJwt token = new SdJwt(forge.sign(hidden), shown, null);
    assertThat(SDJWT.parse(token.compact()).getDisclosures()).hasSameSizeAs(shown);
    assertThat(SdJwt.parse(token.compact()).compact()).isEqualTo(token.compact());
  }

  private static @Nullable Object fold(@Nullable Object value, List<Disclosure> all) {
    if (value instanceof Map<?, ?> map) {
      return map(map, all);
    }
    if (value instanceof List<?> list) {
      List<Object> folded = new ArrayList<>();
      for (Object element : list) {
        if (element instanceof Sd sd) {
          Disclosure made = Forge.element(fold(sd.value(), all));
          all.add(made);
          folded.add(Map.of("...", made.digest()));
        } else {
          folded.add(fold(element, all));
        }
      }
      return folded;
    }
    return value;
  }

  private static Map<String, Object> map(Map<?, ?> claims, List<Disclosure> all) {
    Map<String, Object> folded = new LinkedHashMap<>();
    List<String> digests = new ArrayList<>();
    claims.forEach(
        (key, value) -> {
          if (key instanceof Sd sd) {
            Disclosure made = Disclosure.of(String.valueOf(sd.value()), fold(value, all));
            all.add(made);
            digests.add(made.digest());
          } else {
            folded.put(String.valueOf(key), fold(value, all));
          }
        });
    if (!digests.isEmpty()) {
      folded.put("_sd", digests.stream().sorted().toList());
    }
    return folded;
  }

  /** Walks what is hidden beside what is wanted; a wanted part brings its parents with it. */
  private static void choose(
      @Nullable Object hidden,
      @Nullable Object wanted,
      List<Disclosure> all,
      List<Disclosure> shown) {
    if (wanted instanceof Map<?, ?> names && hidden instanceof Map<?, ?> map) {
      names.forEach((name, deeper) -> named(map, String.valueOf(name), deeper, all, shown));
    } else if (wanted instanceof List<?> places && hidden instanceof List<?> list) {
      for (int i = 0; i < places.size() && i < list.size(); i++) {
        element(list.get(i), places.get(i), all, shown);
      }
    }
  }

  private static void named(
      Map<?, ?> map,
      String name,
      @Nullable Object deeper,
      List<Disclosure> all,
      List<Disclosure> shown) {
    if (Boolean.FALSE.equals(deeper) || deeper == null) {
      return;
    }
    if (map.containsKey(name)) {
      choose(map.get(name), deeper, all, shown);
    } else if (map.get("_sd") instanceof List<?> digests) {
      all.stream()
          .filter(d -> name.equals(d.name()) && digests.contains(d.digest()))
          .forEach(d -> take(d, deeper, all, shown));
    }
  }

  private static void element(
      @Nullable Object folded,
      @Nullable Object deeper,
      List<Disclosure> all,
      List<Disclosure> shown) {
    if (!(folded instanceof Map<?, ?> map) || !map.containsKey("...")) {
      choose(folded, deeper, all, shown);
    } else if (!Boolean.FALSE.equals(deeper) && deeper != null) {
      Object digest = map.get("...");
      all.stream().filter(d -> d.digest().equals(digest)).forEach(d -> take(d, deeper, all, shown));
    }
  }

  private static void take(
      Disclosure disclosure,
      @Nullable Object deeper,
      List<Disclosure> all,
      List<Disclosure> shown) {
    shown.add(disclosure);
    choose(disclosure.value(), deeper, all, shown);
  }

  private static Map<?, ?> read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Yaml(new Marked()).load(reader);
    }
  }

  /** Understands {@code !sd} before keys, elements and values. */
  private static final class Marked extends SafeConstructor {
    Marked() {
      super(new LoaderOptions());
      yamlConstructors.put(HIDDEN, new Hidden());
    }

    private final class Hidden extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        return new Sd(plain(node));
      }

      private Object plain(Node node) {
        if (node instanceof MappingNode map) {
          Map<Object, Object> read = new LinkedHashMap<>();
          for (NodeTuple pair : map.getValue()) {
            read.put(constructObject(pair.getKeyNode()), constructObject(pair.getValueNode()));
          }
          return read;
        }
        if (node instanceof SequenceNode list) {
          return list.getValue().stream().map(Marked.this::constructObject).toList();
        }
        ScalarNode scalar = (ScalarNode) node;
        Tag sort =
            scalar.isPlain()
                ? new org.yaml.snakeyaml.resolver.Resolver()
                    .resolve(org.yaml.snakeyaml.nodes.NodeId.scalar, scalar.getValue(), true)
                : Tag.STR;
        return constructObject(
            new ScalarNode(sort, scalar.getValue(), null, null, scalar.getScalarStyle()));
      }
    }
  }
}
