package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.Questions;
import org.yiwang.matter.StartCode;
import org.yiwang.pack.Text;

/**
 * Fills in what is known already (预填): from the holder's own credentials and account. The person
 * sees where each answer comes from and may change it.
 */
@Component
class Prefill {
  private static final String CREDENTIAL = "credential:";
  private static final Text ACCOUNT = Text.of("您的账户", "your account");

  private final Credentials credentials;
  private final Holdings holdings;
  private final Accounts accounts;

  Prefill(Credentials credentials, Holdings holdings, Accounts accounts) {
    this.credentials = credentials;
    this.holdings = holdings;
    this.accounts = accounts;
  }

  private record Known(String answer, Text source) {}

  /** A first draft; the evidence that a credential can stand for is set to be fetched. */
  Filled fill(Wanted wanted, String account, UUID holder) {
    Map<String, String> known = new LinkedHashMap<>();
    Map<String, Text> sources = new LinkedHashMap<>();
    wanted
        .questions()
        .fields()
        .forEach(
            field ->
                find(field, account, holder)
                    .ifPresent(
                        found -> {
                          known.put(field.id(), found.answer());
                          sources.put(field.id(), found.source());
                        }));
    Answers answers = new Answers(known, Map.of());
    return new Filled(answers, known, sources, supplies(wanted, holder), Map.of());
  }

  private Map<String, Filled.Supply> supplies(Wanted wanted, UUID holder) {
    Map<String, Filled.Supply> supplies = new LinkedHashMap<>();
    wanted.matters().values().stream()
        .flatMap(matter -> matter.evidence().stream())
        .forEach(
            evidence ->
                holdings
                    .first(holder, evidence)
                    .ifPresent(
                        found ->
                            supplies.put(
                                evidence.id(), new Filled.Supply(Filled.Way.FETCH, found.id()))));
    return supplies;
  }

  private Optional<Known> find(Field field, String account, UUID holder) {
    return field.from().stream()
        .flatMap(from -> known(from, account, holder).stream())
        .map(found -> new Known(chosen(field, found.answer()), found.source()))
        .findFirst();
  }

  /** A credential says an option in words; the form wants its id. */
  private static String chosen(Field field, String said) {
    return field.options().stream()
        .filter(option -> option.name().zh().equals(said) || option.name().en().equals(said))
        .map(Option::id)
        .findFirst()
        .orElse(said);
  }

  /** What a code adds (码上注): where nothing is answered, or only what was filled in before. */
  static Filled fill(Filled before, StartCode code, Questions questions) {
    Map<String, String> known = new LinkedHashMap<>(before.known());
    Map<String, Text> sources = new LinkedHashMap<>(before.sources());
    Answers answers = before.answers();
    for (Field field : questions.fields().toList()) {
      String answer = code.answers().get(field.id());
      boolean open = answers.at(field.id()) == null || before.sourceOf(field.id()) != null;
      if (answer != null && open) {
        known.put(field.id(), answer);
        sources.put(field.id(), code.name());
        answers = answers.with(field.id(), answer);
      }
    }
    return new Filled(answers, known, sources, before.supplies(), before.fetched());
  }

  private Stream<Known> stream(List<Credential> usable, String claim) {
    return usable.stream()
        .filter(credential -> credential.claims().containsKey(claim))
        .map(
            credential ->
                new Known(String.valueOf(credential.claims().get(claim)), credential.name()));
  }

  private Optional<Known> known(String from, String account, UUID holder) {
    if (from.startsWith(CREDENTIAL)) {
      int slash = from.indexOf('/');
      String type = from.substring(CREDENTIAL.length(), slash);
      return stream(credentials.usable(holder, type), from.substring(slash + 1)).findFirst();
    }
    Account owner = accounts.getAccount(UUID.fromString(account));
    return switch (from) {
      case "account:name" -> Optional.of(new Known(owner.name().zh(), ACCOUNT));
      case "account:street" -> Optional.ofNullable(owner.area()).map(a -> new Known(a, ACCOUNT));
      default -> Optional.empty();
    };
  }
}
