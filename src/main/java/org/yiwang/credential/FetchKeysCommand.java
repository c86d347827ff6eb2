package org.yiwang.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.launch.Command;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang credential keys}: fetches what an issuer publishes, to check offline. */
@CommandLine.Command(
    name = "keys",
    description = {
      "Fetch an issuer's published keys and status lists. 取回公布的公钥和状态列表。",
      "With them credentials are checked without a network. 供离线查验。",
      ""
    },
    footer = {
      "",
      "Fetch them from the issuer's own address, over https, and keep them as you keep a stamp",
      "that you compare with. Status lists count for twelve hours.",
      "",
      "Examples 示例:",
      "  ./yiwang credential keys --url https://city.example",
      "  ./yiwang credential keys --url http://localhost:8080 --out keys.json --status status.json",
      "  curl -o keys.json https://city.example/.well-known/jwt-vc-issuer   (the same file)"
    })
final class FetchKeysCommand implements Command {
  static final String KEYS = "yiwang-keys.json";
  static final String STATUS = "yiwang-status.json";
  private static final int MOST_LISTS = 1_000;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "The issuer's address, as its credentials name it 签发方地址")
  String url = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = KEYS,
      description = "Where the keys go 公钥文件 (default: " + KEYS + ")")
  Path out = Path.of(KEYS);

  @Option(
      names = "--status",
      paramLabel = "FILE",
      defaultValue = STATUS,
      description = "Where the status lists go 状态列表文件 (default: " + STATUS + ")")
  Path status = Path.of(STATUS);

  @Override
  public String group() {
    return "credential";
  }

  @Override
  public int run(Surroundings surroundings) {
    String issuer = url.replaceFirst("/+$", "");
    Fetch fetch = new Fetch(true);
    try {
      String metadata = fetch.get(issuer + "/.well-known/jwt-vc-issuer");
      SavedIssuer saved = SavedIssuer.of(metadata, Map.of());
      if (!saved.url().equals(issuer)) {
        return refused("It calls itself %s: fetch from there 签发方自称 %1$s".formatted(saved.url()));
      }
      Map<String, String> lists = lists(fetch, metadata);
      Files.writeString(out, metadata);
      Files.writeString(status, Letters.json(lists));
      System.out.println(
          "✓ %s: %d keys 把公钥 → %s, %d status lists 个状态列表 → %s"
              .formatted(issuer, saved.keys().size(), out, lists.size(), status));
      return CommandLine.ExitCode.OK;
    } catch (UnavailableException e) {
      return refused("%s: %s 取不到签发方公布的内容".formatted(issuer, e.getMessage()));
    } catch (IOException e) {
      return refused("%s cannot be written 文件写不了".formatted(e.getMessage()));
    }
  }

  private static int refused(String why) {
    System.err.println("✗ " + why + ".");
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static Map<String, String> lists(Fetch fetch, String metadata) {
    Map<String, String> lists = new LinkedHashMap<>();
    Map<String, Object> read =
        Letters.map(metadata.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    for (String uri : uris(fetch, read.get("status_list_aggregation_endpoint"))) {
      lists.put(uri, fetch.get(uri));
    }
    return lists;
  }

  /** Not every issuer says where its lists are. */
  private static List<String> uris(Fetch fetch, @Nullable Object endpoint) {
    if (!(endpoint instanceof String address)) {
      return List.of();
    }
    byte[] answer = fetch.get(address).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Letters.map(answer).get("status_lists") instanceof List<?> all
        ? all.stream().limit(MOST_LISTS).map(String::valueOf).toList()
        : List.of();
  }
}
