package org.yiwang.identity;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;

/**
 * Programs named in the settings ({@code yiwang.clients}), and in the demo one public program that
 * runs on the visitor's own machine.
 */
@Component
@Order(12)
class ConfiguredClients implements ApplicationRunner {
  static final String DEMO_CLIENT = "yiwang-demo-app";
  private static final List<String> LOOPBACK =
      List.of("http://127.0.0.1/callback", "http://[::1]/callback");

  private final Environment environment;
  private final ClientStore store;
  private final Passwords passwords;
  private final Demo demo;
  private final DistrictTime time;

  ConfiguredClients(
      Environment environment,
      ClientStore store,
      Passwords passwords,
      Demo demo,
      DistrictTime time) {
    this.environment = environment;
    this.store = store;
    this.passwords = passwords;
    this.demo = demo;
    this.time = time;
  }

  /**
   * One entry of {@code yiwang.clients}.
   *
   * @param id what the program calls itself
   * @param secret absent for a program that cannot keep one
   * @param redirects where people may be sent back to
   * @param roles what it is when it acts in its own name
   */
  record Line(
      String id,
      @Nullable String name,
      @Nullable String secret,
      @Nullable List<String> redirects,
      @Nullable List<String> roles,
      @Nullable String unit) {}

  @Override
  public void run(ApplicationArguments arguments) {
    Binder.get(environment)
        .bind("yiwang.clients", Bindable.listOf(Line.class))
        .ifBound(lines -> lines.forEach(this::save));
    if (demo.on()) {
      store.save(
          demoClient(store.find(DEMO_CLIENT).map(ProgramClient::id), true), time.realInstant());
    } else {
      store
          .find(DEMO_CLIENT)
          .ifPresent(
              old -> store.save(demoClient(Optional.of(old.id()), false), time.realInstant()));
    }
  }

  private static ProgramClient demoClient(Optional<UUID> id, boolean enabled) {
    return new ProgramClient(
        id.orElseGet(UUID::randomUUID),
        DEMO_CLIENT,
        Text.of("演示应用", "Demo application"),
        null,
        LOOPBACK,
        new Post(new TreeSet<>(), null, null, null),
        enabled,
        true);
  }

  private void save(Line line) {
    Optional<ProgramClient> old = store.find(line.id());
    store.save(
        new ProgramClient(
            old.map(ProgramClient::id).orElseGet(UUID::randomUUID),
            line.id(),
            Text.same(line.name() == null ? line.id() : line.name()),
            hash(line.secret(), old),
            line.redirects() == null ? List.of() : line.redirects(),
            new Post(
                line.roles() == null ? new TreeSet<>() : new TreeSet<>(line.roles()),
                line.unit(),
                null,
                null),
            true,
            false),
        time.realInstant());
  }

  private @Nullable String hash(@Nullable String secret, Optional<ProgramClient> old) {
    if (secret == null) {
      return null;
    }
    return old.map(ProgramClient::secret)
        .filter(hash -> passwords.matches(secret, hash))
        .orElseGet(() -> passwords.hash(secret));
  }
}
