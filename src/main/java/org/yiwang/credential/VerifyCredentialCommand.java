package org.yiwang.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.launch.Command;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./yiwang credential verify}: checks without network, database or program. */
@CommandLine.Command(
    name = "verify",
    description = {
      "Check a credential without a network or a database. 离线查验证照。",
      "A token, a PDF, an OFD, or a picture of its code (PNG, JPEG).",
      "一段文字、PDF、OFD，或二维码图片。",
      ""
    },
    footer = {
      "",
      "Exit code 0: genuine and valid; 1: not, or not any more; 2: wrongly called;",
      "3: genuine and in time, but whether it was revoked is not known (no fresh status list).",
      "Whether a presentation was used before only its issuer can say: --recipient checks the rest.",
      "",
      "Examples 示例:",
      "  ./yiwang credential keys --url https://city.example",
      "  ./yiwang credential verify licence.pdf",
      "  ./yiwang credential verify photo-of-the-code.jpg --keys keys.json --status status.json",
      "  ./yiwang credential verify eyJhbGciOi… --recipient 隔壁书店"
    })
final class VerifyCredentialCommand implements Command {
  static final int NOT_KNOWN = 3;
  private static final long LARGEST = 20L << 20;

  @Parameters(paramLabel = "FILE|TOKEN", description = "What was shown 要查验的文件或文字")
  String shown = "";

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "Keys of an issuer; may be given several times 公钥文件 (default: "
              + FetchKeysCommand.KEYS
              + ")")
  List<Path> keys = List.of(Path.of(FetchKeysCommand.KEYS));

  @Option(
      names = "--status",
      paramLabel = "FILE",
      description =
          "Status lists 状态列表文件 (default: " + FetchKeysCommand.STATUS + ", if it is there)")
  @Nullable Path status;

  @Option(
      names = "--recipient",
      paramLabel = "NAME",
      description = "For whom a presentation must be 出示对象")
  @Nullable String recipient;

  @Option(names = "--json", description = "One line of JSON instead of words 输出 JSON")
  boolean json;

  @Override
  public String group() {
    return "credential";
  }

  @Override
  public int run(Surroundings surroundings) {
    Map<String, KnownIssuer> issuers = new HashMap<>();
    try {
      Map<String, String> lists = lists();
      for (Path file : keys) {
        KnownIssuer known = known(file, lists);
        issuers.put(known.url(), known);
      }
    } catch (CannotReadException refused) {
      System.err.println("✗ " + refused.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    Verdict verdict = verdict(url -> Optional.ofNullable(issuers.get(url)));
    System.out.println(json ? ToldVerdict.json(verdict) : ToldVerdict.words(verdict));
    return exit(verdict.finding());
  }

  private static KnownIssuer known(Path file, Map<String, String> lists) {
    try {
      return SavedIssuer.of(read(file), lists).known();
    } catch (UnavailableException e) {
      throw new CannotReadException(
          "%s holds no issuer's keys: %s. Fetch them with: ./yiwang credential keys --url URL 公钥文件不对."
              .formatted(file, e.getMessage()));
    }
  }

  private static int exit(Finding finding) {
    return switch (finding) {
      case GENUINE -> CommandLine.ExitCode.OK;
      case NOT_CHECKED -> NOT_KNOWN;
      default -> CommandLine.ExitCode.SOFTWARE;
    };
  }

  private Map<String, String> lists() {
    Path file = status == null ? Path.of(FetchKeysCommand.STATUS) : status;
    if (status == null && !Files.exists(file)) {
      return Map.of();
    }
    try {
      return SavedIssuer.lists(read(file));
    } catch (UnavailableException e) {
      throw new CannotReadException("%s: %s 状态列表文件不对.".formatted(file, e.getMessage()));
    }
  }

  /** What was given cannot be read; says so. */
  private static final class CannotReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotReadException(String why) {
      super(why);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CannotReadException(
          "%s cannot be read; fetch it with: ./yiwang credential keys --url URL 文件读不到."
              .formatted(file));
    }
  }

  private Verdict verdict(KnownIssuer.Directory issuers) {
    var now = new DistrictTime(InstantSource.system(), ZoneOffset.UTC).realInstant();
    Optional<byte[]> file = file();
    if (file.isPresent() && PaperFile.looksLikeOne(file.get())) {
      return new CheckPaper(issuers).check(file.get(), now);
    }
    Optional<String> letters =
        file.map(VerifyCredentialCommand::letters).orElse(Optional.of(shown));
    return letters
        .map(
            token ->
                new CheckToken(issuers)
                    .check(
                        VerifyToken.bare(token),
                        new CheckToken.Expected(recipient, recipient != null, now)))
        .map(found -> recipient == null ? VerifyToken.untilUsed(found) : found)
        .orElse(Verdict.of(Finding.NO_CODE));
  }

  private static Optional<String> letters(byte[] file) {
    return QrPicture.looksLike(file)
        ? QrPicture.read(file)
        : Optional.of(new String(file, java.nio.charset.StandardCharsets.UTF_8).strip());
  }

  private Optional<byte[]> file() {
    try {
      Path file = Path.of(shown);
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (InvalidPathException | IOException tooLongForAName) {
      return Optional.empty();
    }
  }
}
