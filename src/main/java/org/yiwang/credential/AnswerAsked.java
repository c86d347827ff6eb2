package org.yiwang.credential;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Language;

/**
 * Hands a holder's answer to the region that asked (应答调取): made, delivered from server to server,
 * and used up by that; or taken back if it could not be delivered.
 */
@Component
class AnswerAsked {
  private final PresentOnce present;
  private final PresentationStore store;
  private final Issuers issuers;
  private final Journal journal;
  private final TransactionOperations transaction;
  private final DistrictTime time;

  AnswerAsked(
      PresentOnce present,
      PresentationStore store,
      Issuers issuers,
      Journal journal,
      TransactionOperations transaction,
      DistrictTime time) {
    this.present = present;
    this.store = store;
    this.issuers = issuers;
    this.journal = journal;
    this.transaction = transaction;
    this.time = time;
  }

  /**
   * @param chosen which credential answers each query, by the query's id
   * @param in the language in which the holder read and agreed to the purpose
   * @return where the holder goes on, in the region that asked
   */
  String agree(ReadAsked.Asking asking, Map<String, UUID> chosen, Language in, Actor by) {
    Map<String, Presentation> made =
        Objects.requireNonNull(transaction.execute(state -> made(asking, chosen, in, by)));
    Map<String, String> tokens = new LinkedHashMap<>();
    made.forEach((id, one) -> tokens.put(id, one.token()));
    Map<String, String> answer =
        Map.of("vp_token", new VpToken(tokens).json(), "state", asking.request().state());
    try {
      String next = deliver(asking, answer);
      transaction.executeWithoutResult(state -> made.values().forEach(one -> used(one, asking)));
      return next;
    } catch (UnavailableException e) {
      transaction.executeWithoutResult(
          state -> made.values().forEach(one -> present.withdraw(one, by)));
      throw AskedRefusals.notDelivered();
    }
  }

  /** All of them or none. The first is called by the nonce, so that a request is answered once. */
  private Map<String, Presentation> made(
      ReadAsked.Asking asking, Map<String, UUID> chosen, Language in, Actor by) {
    AuthorizationRequest request = asking.request();
    Map<String, Presentation> made = new LinkedHashMap<>();
    for (AuthorizationRequest.Query one : request.queries()) {
      UUID id = made.isEmpty() ? request.nonce() : UUID.randomUUID();
      PresentRequest agreed =
          new PresentRequest(
              Objects.requireNonNull(chosen.get(one.id()), "chosen"),
              Set.copyOf(one.claims()),
              request.purpose().in(in),
              request.asker(),
              request.lasts(),
              by);
      made.put(one.id(), present.present(agreed, new PresentOnce.Named(id, request.nonce())));
    }
    return made;
  }

  /** Nothing leaves the wallet; that the holder declined is told, so that nobody waits. */
  String decline(ReadAsked.Asking asking) {
    try {
      return deliver(asking, Map.of("error", "access_denied", "state", asking.request().state()));
    } catch (UnavailableException e) {
      throw AskedRefusals.notTold();
    }
  }

  private void used(Presentation made, ReadAsked.Asking asking) {
    if (store.use(made.id(), time.instant())) {
      Actor by = new Actor(Actor.Kind.SYSTEM, null, asking.asker().name());
      journal.append(PresentOnce.entry(by, "credential.used", made));
    }
  }

  private String deliver(ReadAsked.Asking asking, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String answer = issuers.fetch(asking.asker().url()).post(asking.request().answerTo(), form);
    try {
      Object next = Letters.map(answer.getBytes(StandardCharsets.UTF_8)).get("redirect_uri");
      if (next instanceof String link && OwnAddress.origin(link).equals(asking.asker().url())) {
        return link;
      }
    } catch (UnreadableException e) {
      // falls through: said below
    }
    throw new UnavailableException("no way back");
  }
}
