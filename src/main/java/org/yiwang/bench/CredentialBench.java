package org.yiwang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.credential.CredentialType;
import org.yiwang.credential.CredentialType.Claim;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NewCredential;
import org.yiwang.journal.Actor;
import org.yiwang.launch.Command;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.LaunchException;
import org.yiwang.launch.Surroundings;
import org.yiwang.party.Parties;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang bench credential}: how many credentials a second are issued. */
@CommandLine.Command(
    name = "credential",
    description = {
      "Measure issuing credentials beside bare signing. 测量证照签发吞吐。",
      "Each is issued in a transaction of its own; the same run signs and inserts as much",
      "without the program.",
      ""
    },
    footer = {
      "",
      "Examples 示例:",
      "  ./yiwang start --pack packs/_toy --data data-bench --background",
      "  ./yiwang bench credential --pack packs/_toy --data data-bench --json",
      ""
    },
    mixinStandardHelpOptions = true)
class CredentialBench implements Command {
  private static final int HOLDERS = 100;

  @Option(names = "--count", description = "How many credentials. Default: ${DEFAULT-VALUE}")
  private int count = 5_000;

  @Option(
      names = "--clients",
      description = "How many side by side, 1 to 64. Default: ${DEFAULT-VALUE}")
  private int clients = 8;

  @Option(names = "--json", description = "One line of JSON instead of a table.")
  private boolean json;

  @Override
  public String group() {
    return "bench";
  }

  @Override
  public int run(Surroundings surroundings) {
    DatabaseAddress database = Measured.databaseOf(surroundings);
    var plan = new BenchPlan(Math.clamp(count, 100, 1_000_000), Math.clamp(clients, 1, 64));
    return surroundings.withBeans(beans -> measured(beans, plan, database));
  }

  private int measured(ApplicationContext beans, BenchPlan plan, DatabaseAddress database) {
    List<CredentialType> types = beans.getBean(CredentialTypes.class).listTypes();
    if (types.isEmpty()) {
      throw new LaunchException(
          "这个城区包没有声明证照类型；请换一个，例如 --pack packs/_toy。",
          "The pack declares no type of credential; try --pack packs/_toy.");
    }
    Progress progress = json ? Progress.silent() : Progress.to(System.err);
    Issuing issuing = Issuing.of(beans, types.getFirst());
    Timings issued = plan.run("issued", progress, () -> issuing::once);
    JdbcClient sql = beans.getBean(JdbcClient.class);
    String schema = sql.sql("select current_schema()").query(String.class).single();
    Timings bare =
        SignAndInsert.measured(
            database, schema, workers -> plan.run("signed and inserted", progress, workers::make));
    System.out.println(json ? line(plan, issued, bare) : table(plan, issued, bare));
    return 0;
  }

  private static String line(BenchPlan plan, Timings issued, Timings bare) {
    return String.format(
        Locale.ROOT,
        "{\"count\":%d,\"clients\":%d,\"issued_per_second\":%.1f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,"
            + "\"bare_per_second\":%.1f,\"ratio\":%.3f}",
        plan.cases(),
        plan.clients(),
        issued.perSecond(),
        issued.within(0.5),
        issued.within(0.99),
        bare.perSecond(),
        issued.perSecond() / bare.perSecond());
  }

  private static String table(BenchPlan plan, Timings issued, Timings bare) {
    return String.format(
        Locale.ROOT,
        """
        credentials            %,d by %d clients
        issued per second      %.1f
        one credential         %.2f ms median, %.2f ms for 99 of 100
        bare signing and SQL   %.1f
        ratio                  %.3f\
        """,
        plan.cases(),
        plan.clients(),
        issued.perSecond(),
        issued.within(0.5),
        issued.within(0.99),
        bare.perSecond(),
        issued.perSecond() / bare.perSecond());
  }

  /** What each client does: issues to one of a hundred invented holders. */
  private record Issuing(
      Credentials credentials,
      TransactionTemplate transaction,
      CredentialType type,
      Map<String, String> claims,
      List<UUID> holders,
      AtomicInteger next) {

    static Issuing of(ApplicationContext beans, CredentialType type) {
      Parties parties = beans.getBean(Parties.class);
      List<UUID> holders = new ArrayList<>();
      for (int i = 0; i < HOLDERS; i++) {
        holders.add(parties.ofAccount("bench-" + i, "测量 " + i));
      }
      return new Issuing(
          beans.getBean(Credentials.class),
          new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)),
          type,
          type.claims().stream().collect(Collectors.toMap(Claim::id, Issuing::value)),
          holders,
          new AtomicInteger());
    }

    private static String value(Claim claim) {
      return switch (claim.sort()) {
        case TEXT, IDENTIFIER -> "测量 benchmark";
        case NUMBER -> "42";
        case DATE -> "2026-11-22";
      };
    }

    void once() {
      UUID holder = holders.get(Math.floorMod(next.getAndIncrement(), HOLDERS));
      transaction.executeWithoutResult(
          state ->
              credentials.issue(
                  new NewCredential(type.id(), holder, claims, null, "BENCH", Actor.SYSTEM)));
    }
  }
}
