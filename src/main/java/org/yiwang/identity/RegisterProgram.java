package org.yiwang.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** An administrator registers a program (登记接入应用), or closes it. */
@Component
class RegisterProgram {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,63}");

  private final ClientStore store;
  private final ProgramClients clients;
  private final Passwords passwords;
  private final Journal journal;
  private final DistrictTime time;

  RegisterProgram(
      ClientStore store,
      ProgramClients clients,
      Passwords passwords,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.clients = clients;
    this.passwords = passwords;
    this.journal = journal;
    this.time = time;
  }

  /**
   * Registers a program.
   *
   * @return its secret, shown once; empty for a program that cannot keep one
   * @throws RefusedException INVALID with the field that is wrong
   */
  @Transactional
  String from(Viewer viewer, ProgramForm form) {
    viewer.require(Permission.ADMINISTER);
    check(form);
    String secret =
        form.keepsNoSecret() ? "" : new OneTimePassword().make() + new OneTimePassword().make();
    ProgramClient client = client(form, secret.isEmpty() ? null : passwords.hash(secret));
    store.save(client, time.realInstant());
    write(viewer, "program.registered", client.clientId());
    return secret;
  }

  /** Opens or closes a program; closing ends its tokens within seconds. */
  @Transactional
  void enable(Viewer viewer, String clientId, boolean enabled) {
    viewer.require(Permission.ADMINISTER);
    Optional<ProgramClient> found = store.find(clientId);
    found.ifPresent(client -> store.save(client.enabled(enabled), time.realInstant()));
    write(viewer, enabled ? "program.opened" : "program.closed", clientId);
  }

  private void write(Viewer viewer, String kind, String clientId) {
    clients.forget(clientId);
    Actor who = new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name());
    journal.append(new NewEntry(who, kind, "program:" + clientId, Map.of()));
  }

  private static ProgramClient client(ProgramForm form, @Nullable String hash) {
    return new ProgramClient(
        UUID.randomUUID(),
        form.idTyped(),
        Text.same(form.nameTyped()),
        hash,
        form.redirectsTyped(),
        new Post(new TreeSet<>(form.rolesTicked()), null, null, null),
        true,
        false);
  }

  private void check(ProgramForm form) {
    if (!ID.matcher(form.idTyped()).matches() || store.find(form.idTyped()).isPresent()) {
      throw refused(
          "id",
          Text.of("这个应用标识不能用。", "This client id cannot be used."),
          Text.of(
              "请用 3 至 64 个小写字母、数字和横线，且没有用过。",
              "Use 3 to 64 lower-case letters, digits and hyphens, not used before."));
    }
    if (form.nameTyped().isEmpty()) {
      throw refused(
          "name",
          Text.of("缺少名称。", "The name is missing."),
          Text.of("请填写用户看得懂的名称。", "Enter a name that people understand."));
    }
    if (!form.redirectsTyped().stream().allMatch(RegisterProgram::isSafe)) {
      throw refused(
          "redirects",
          Text.of("返回地址不能用。", "An address to return to cannot be used."),
          Text.of(
              "请写完整的 https 地址，本机应用用 http://127.0.0.1。",
              "Write whole https addresses, or http://127.0.0.1 for programs on a person's machine."));
    }
    boolean doesNothing = form.redirectsTyped().isEmpty() && form.rolesTicked().isEmpty();
    if (doesNothing || (form.keepsNoSecret() && form.redirectsTyped().isEmpty())) {
      throw refused(
          "redirects",
          Text.of("这个应用什么也做不了。", "This program could do nothing."),
          Text.of(
              "请填写返回地址，或选择接口角色并保管密钥。",
              "Enter an address to return to, or tick roles and keep a secret."));
    }
  }

  /** Codes may travel encrypted, or stay on the person's own machine (RFC 8252). */
  private static boolean isSafe(String uri) {
    try {
      URI address = new URI(uri);
      String host = address.getHost();
      boolean loopback = host != null && Addresses.isLoopback(host);
      return host != null
          && address.getFragment() == null
          && ("https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && loopback));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static RefusedException refused(String field, Text says, Text next) {
    return new RefusedException(Refusal.invalid("program-" + field, field, says, next));
  }
}
