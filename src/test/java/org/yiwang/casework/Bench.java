package org.yiwang.casework;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.casework.Case.About;
import org.yiwang.casework.Case.Origin;
import org.yiwang.casework.Case.Where;
import org.yiwang.identity.Units;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Defined;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.District;
import org.yiwang.pack.DistrictDefinition;
import org.yiwang.pack.Packs;
import org.yiwang.pack.Source;
import org.yiwang.pack.Text;
import tools.jackson.databind.json.JsonMapper;

/** Casework and what it stands on, wired as in the program, with a clock that tests move. */
final class Bench implements AutoCloseable {
  static final String APPLICATION = "test";
  private static final Actor SOMEBODY =
      new Actor(Actor.Kind.RESIDENT, null, Text.of("居民", "Resident"));

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  /** What applications would have answered, for conditions. */
  final Map<String, Object> answers = new HashMap<>();

  final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T01:00:00Z"));

  /** A case as somebody would open it; change what a test is about. */
  record Draft(String application, String lifecycle, Where where, @Nullable String reporter) {}

  private Bench(DataSource database, District district) {
    // Delegating, because the context closes whatever it can.
    context.registerBean(DataSource.class, () -> new DelegatingDataSource(database));
    context.registerBean(District.class, () -> district);
    context.registerBean(CaseAnswers.class, () -> of -> Optional.of(answers));
    context.registerBean("realClock", InstantSource.class, () -> clock);
    context.register(Wiring.class, Units.class);
    context.register(
        OpenCase.class, AdoptCases.class, NearCases.class, ActOnCase.class, CaseStore.class);
    context.register(
        MakeMove.class, FollowOpinions.class, AskOpinions.class, RaiseLateOpinion.class);
    context.register(
        CaseQueries.class, CaseMoves.class, CaseConditions.class, Queues.class, Lifecycles.class);
    context.register(
        Cases.class, LifecycleStore.class, MovePolicies.class, GivenCheck.class, PhotoStore.class);
    context.register(StepClock.class, CaseNumbers.class, RunTimers.class, CaseClock.class);
    context.register(CasePhotos.class, ReadPicture.class);
    context.scan("org.yiwang.calendar", "org.yiwang.journal");
    context.refresh();
  }

  /** Not a {@code @Configuration}: the program's own scan must not find it. */
  @EnableTransactionManagement
  static class Wiring {
    @Bean
    JdbcTransactionManager transactions(DataSource database) {
      return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcClient sql(DataSource database) {
      return JdbcClient.create(database);
    }

    @Bean
    JdbcTemplate template(DataSource database) {
      return new JdbcTemplate(database);
    }

    @Bean
    JsonMapper json() {
      return JsonMapper.builder().build();
    }
  }

  /** With a pack as it ships. */
  static Bench of(DataSource database, District district) {
    return new Bench(database, district);
  }

  /** With lifecycles made by a test, in the application {@link #APPLICATION}. */
  static Bench with(DataSource database, LifecycleDefinition... graphs) {
    List<Defined<LifecycleDefinition>> defined =
        List.of(graphs).stream()
            .map(g -> new Defined<>(APPLICATION, g.id(), g, new Source("test.yaml", 1)))
            .toList();
    return new Bench(database, new OtherLifecycles(Shipped.YANGPU, defined));
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  Cases cases() {
    return get(Cases.class);
  }

  /** Runs work in a transaction, as commands do. */
  TransactionTemplate transaction() {
    return new TransactionTemplate(get(JdbcTransactionManager.class));
  }

  Case open(Draft draft) {
    return cases().open(command(draft));
  }

  /** A new case as it would be if it had come to that step. */
  Case openAt(Draft draft, String step) {
    String number =
        cases()
            .adopt(List.of(new OldCase(command(draft), step, clock.instant(), null, null, null)))
            .getFirst();
    return cases().find(String.valueOf(number)).orElseThrow();
  }

  Case reread(Case of) {
    return cases().find(of.number()).orElseThrow();
  }

  static Draft draft(String lifecycle) {
    var where = new Where("鞍山四村三弄", 121.5019, 31.2844, "310110009", "310110009-01");
    return new Draft(APPLICATION, lifecycle, where, null);
  }

  static NewCase command(Draft draft) {
    return new NewCase(
        draft.application(),
        draft.lifecycle(),
        TimeLimit.parse("2 working-days"),
        new About("street-lamp-out", "lamps", Text.of("路灯不亮", "Street lamp out"), "楼下路灯坏了三天"),
        draft.where(),
        null,
        new Origin("web", null, draft.reporter()),
        List.of(),
        false,
        UUID.randomUUID().toString(),
        SOMEBODY);
  }

  @Override
  public void close() {
    context.close();
  }

  /** Packs as they ship, read once. */
  static final class Shipped {
    static final District YANGPU = Packs.load(Path.of("packs/yangpu"));

    private Shipped() {}
  }

  /** A district with other lifecycles than its pack's. */
  private record OtherLifecycles(District base, List<Defined<LifecycleDefinition>> graphs)
      implements District {
    @Override
    public String id() {
      return base.id();
    }

    @Override
    public DistrictDefinition definition() {
      return base.definition();
    }

    @Override
    public List<String> applications() {
      return List.of(APPLICATION);
    }

    @Override
    @SuppressWarnings("unchecked") // Asked for lifecycles, given lifecycles.
    public <T> List<Defined<T>> list(DefinitionType<T> type) {
      return type.equals(CaseworkPackPart.LIFECYCLES)
          ? (List<Defined<T>>) (List<?>) graphs
          : base.list(type);
    }

    @Override
    public Path file(String relativePath) {
      return base.file(relativePath);
    }
  }
}
