package org.yiwang.identity;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;

/** Lets a program of the operator act here in its own name for a while (临时接入). */
@Component
public class ProgramAccess {
  private static final int SECRET_BYTES = 32;

  private final ClientStore store;
  private final Passwords passwords;
  private final DistrictTime time;
  private final SecureRandom random = new SecureRandom();

  ProgramAccess(ClientStore store, Passwords passwords, DistrictTime time) {
    this.store = store;
    this.passwords = passwords;
    this.time = time;
  }

  /** What the program proves itself with at the token endpoint (client credentials). */
  public record Issued(String clientId, String secret) {}

  /** Registers a program with these roles, without unit or area. */
  @Transactional
  public Issued issue(Text name, Set<String> roles) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    UUID id = UUID.randomUUID();
    var client =
        new ProgramClient(
            id,
            "temporary-" + id,
            name,
            passwords.hash(secret),
            List.of(),
            new Post(Set.copyOf(roles), null, null, null),
            true,
            false);
    store.save(client, time.instant());
    return new Issued(client.clientId(), secret);
  }

  /** Ends a program's access; tokens it still holds stop counting within seconds. */
  @Transactional
  public void withdraw(String clientId) {
    store
        .find(clientId)
        .ifPresent(
            known ->
                store.save(
                    new ProgramClient(
                        known.id(),
                        known.clientId(),
                        known.name(),
                        known.secret(),
                        known.redirects(),
                        known.post(),
                        false,
                        known.demo()),
                    time.instant()));
  }
}
