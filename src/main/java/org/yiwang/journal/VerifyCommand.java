package org.yiwang.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yiwang.launch.Command;
import org.yiwang.launch.MovingLine;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang journal verify}: whether the database still says what the log has sealed. */
@CommandLine.Command(
    name = "verify",
    description = {
      "Check the database against the sealed log. 核验数据库与封存日志是否一致。",
      "The first difference is named. 指出第一处差异。",
      ""
    },
    footer = {
      "",
      "Everything is made anew: entry, salted hash, leaf, tiles, roots, signatures.",
      "Exit code 0: they agree; 1: they do not, or there is no log.",
      "Whoever owns the database and its key could make the whole log anew; a",
      "checkpoint that was kept elsewhere (curl …/journal/checkpoint) shows that too.",
      "",
      "Examples 示例:",
      "  ./yiwang journal verify",
      "  ./yiwang journal verify --from 120000 --json",
      "  ./yiwang journal verify --checkpoint last-month.txt --key-file log.vkey"
    })
final class VerifyCommand implements Command {
  @Option(
      names = "--from",
      paramLabel = "ENTRY",
      description = "Begin at this entry and take what was sealed before as it is 从某条记录开始")
  @Nullable Long from;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that was kept elsewhere 另行保存的检查点")
  @Nullable Path checkpoint;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The log's public key, kept elsewhere 另行保存的公钥 (default: from the database)")
  @Nullable Path keyFile;

  @Option(names = "--json", description = "One line of JSON instead of words 输出 JSON")
  boolean json;

  @Override
  public String group() {
    return "journal";
  }

  @Override
  public int run(Surroundings surroundings) {
    return surroundings.withBeans(this::verify);
  }

  private int verify(ApplicationContext beans) {
    long began = System.nanoTime();
    var shown = new Shown(began, json ? null : new MovingLine(System.err));
    var verification = new VerifyLog(beans.getBean(LogStore.class), checkpoints(beans), shown);
    VerifyLog.Outcome outcome = verification.run(from);
    double seconds = (System.nanoTime() - began) / 1e9;
    shown.end();
    System.out.println(json ? json(outcome, seconds) : words(outcome, seconds));
    return outcome.difference() == null ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private CheckpointCheck checkpoints(ApplicationContext beans) {
    List<VerifierKey> keys =
        keyFile == null
            ? beans.getBean(LogKeys.class).listVerifiers()
            : read(keyFile).lines().map(VerifierKey::parse).toList();
    return checkpoint == null
        ? CheckpointCheck.by(keys)
        : CheckpointCheck.by(keys, read(checkpoint));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new LogRefusedException(
          "读不到文件 %s".formatted(file), "The file %s cannot be read".formatted(file));
    }
  }

  static String words(VerifyLog.Outcome outcome, double seconds) {
    LogDifference found = outcome.difference();
    String done =
        String.format(
            Locale.ROOT,
            "%,d %s 条记录, %,d %s 个检查点, %.1f s",
            outcome.entries(),
            outcome.entries() == 1 ? "entry" : "entries",
            outcome.checkpoints(),
            outcome.checkpoints() == 1 ? "checkpoint" : "checkpoints",
            seconds);
    return found == null
        ? "✓ The database says what was sealed 数据库与封存一致: " + done
        : "✗ First difference 第一处差异: "
            + found.what().words()
            + "\n  "
            + found.says()
            + ".\n  "
            + standing(found)
            + "\n  Checked before it 此前已核验: "
            + done;
  }

  private static String standing(LogDifference found) {
    return "entry %s, kind %s, subject %s, place in the log %s"
        .formatted(
            found.entry() == null ? "–" : found.entry(),
            found.kind() == null ? "–" : found.kind(),
            found.subject() == null ? "–" : found.subject(),
            found.place() == null ? "–" : found.place());
  }

  private static String json(VerifyLog.Outcome outcome, double seconds) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    LogDifference found = outcome.difference();
    all.put("agrees", found == null);
    all.put("entries", outcome.entries());
    all.put("checkpoints", outcome.checkpoints());
    all.put("size", outcome.newest().size());
    all.put("sealed", outcome.newest().at().toString());
    all.put("seconds", Math.round(seconds * 10) / 10.0);
    if (found != null) {
      Map<String, @Nullable Object> first = new LinkedHashMap<>();
      first.put("what", found.what().name().toLowerCase(Locale.ROOT));
      first.put("entry", found.entry());
      first.put("kind", found.kind());
      first.put("subject", found.subject());
      first.put("place", found.place());
      first.put("says", found.says());
      all.put("difference", first);
    }
    return CanonicalJson.of(all);
  }

  /** How far it is; nothing for those who want JSON. */
  private record Shown(long began, @Nullable MovingLine line) implements VerifyLog.Progress {
    @Override
    public void at(long checked, long all) {
      if (line != null) {
        double seconds = (System.nanoTime() - began) / 1e9;
        line.show(
            String.format(
                Locale.ROOT,
                "· %,d / %,d  %,.0f/s  %.0f s",
                checked,
                all,
                checked / seconds,
                seconds));
      }
    }

    void end() {
      if (line != null) {
        line.end();
      }
    }
  }
}
