package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Option;
import org.yiwang.matter.KnownFrom;
import org.yiwang.matter.Questions;
import org.yiwang.matter.StartCode;
import org.yiwang.pack.Text;
import org.yiwang.party.Fact;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * Fills in what is known already (预填): from the credentials, file and account of the party that it
 * is for. The person sees where each answer comes from and may change it.
 */
@Component
class Prefill {
  private static final String CREDENTIAL = "credential:";
  private static final String FACT = "fact:";
  private static final Text FILE = Text.of("档案", "the file");
  private static final Text ACCOUNT = Text.of("您的账户", "your account");

  private final Credentials credentials;
  private final Holdings holdings;
  private final Accounts accounts;
  private final Parties parties;
  private final EarlierAnswers earlier;

  Prefill(
      Credentials credentials,
      Holdings holdings,
      Accounts accounts,
      Parties parties,
      EarlierAnswers earlier) {
    this.earlier = earlier;
    this.credentials = credentials;
    this.holdings = holdings;
    this.accounts = accounts;
    this.parties = parties;
  }

  /** An answer, and where it is from. */
  record Known(String answer, Text source) {}

  /**
   * Where something may be known.
   *
   * @param wallets in the order in which they are asked
   * @param account of the person; of whoever acts for a firm; null for somebody without one
   * @param sent what whoever fills this in sent for that party before
   * @param file of the party, opened once and only if a question asks for it
   * @param ownFile the same of the account
   */
  private record Whose(
      PartyName party,
      List<UUID> wallets,
      @Nullable String account,
      Supplier<List<Fact>> file,
      Supplier<List<Fact>> ownFile,
      List<Submission> sent) {}

  /** A first draft; the evidence that a credential can stand for is set to be fetched. */
  Filled fill(Wanted wanted, String agent, Acting.For chosen) {
    PartyName party = chosen.party();
    @Nullable String account =
        chosen.atCounter() ? null : agent; // an officer's own papers never count
    @Nullable String whoseAccount =
        party.kind() == PartyName.Kind.FIRM
            ? account
            : parties.findAccount(party.id()).orElse(null);
    var whose =
        new Whose(
            party,
            holdings.wallets(party, account),
            whoseAccount,
            SingletonSupplier.of(() -> parties.facts(party.id())),
            ownFile(whoseAccount),
            sent(wanted, agent, chosen));
    Map<String, String> known = new LinkedHashMap<>();
    Map<String, Text> sources = new LinkedHashMap<>();
    wanted
        .questions()
        .fields()
        .forEach(
            field ->
                find(field, whose)
                    .ifPresent(
                        found -> {
                          known.put(field.id(), found.answer());
                          sources.put(field.id(), found.source());
                        }));
    Answers answers = new Answers(known, Map.of());
    return new Filled(answers, known, sources, supplies(wanted, whose), Map.of(), Map.of());
  }

  /** Only looked for where a question asks for it; never at the counter. */
  private List<Submission> sent(Wanted wanted, String agent, Acting.For chosen) {
    boolean asked =
        wanted.questions().fields().anyMatch(field -> field.from().contains(KnownFrom.EARLIER));
    return asked && !chosen.atCounter() ? earlier.list(agent, chosen.id()) : List.of();
  }

  private Map<String, Filled.Supply> supplies(Wanted wanted, Whose whose) {
    Map<String, Filled.Supply> supplies = new LinkedHashMap<>();
    wanted.matters().values().stream()
        .flatMap(matter -> matter.evidence().stream())
        .forEach(
            evidence ->
                holdings
                    .first(whose.wallets(), evidence)
                    .ifPresent(
                        found ->
                            supplies.put(
                                evidence.id(), new Filled.Supply(Filled.Way.FETCH, found.id()))));
    return supplies;
  }

  private Optional<Known> find(Field field, Whose whose) {
    return field.from().stream()
        .flatMap(from -> known(field, from, whose).stream())
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
      if (answer != null && open && field.kind() != Kind.FILE) {
        known.put(field.id(), answer);
        sources.put(field.id(), code.name());
        answers = answers.with(field.id(), answer);
      }
    }
    return new Filled(
        answers, known, sources, before.supplies(), before.fetched(), before.elsewhere());
  }

  private Stream<Known> stream(List<Credential> usable, String claim) {
    return usable.stream()
        .filter(credential -> credential.claims().containsKey(claim))
        .map(
            credential ->
                new Known(String.valueOf(credential.claims().get(claim)), credential.name()));
  }

  private Optional<Known> known(Field field, String from, Whose whose) {
    return from.equals(KnownFrom.EARLIER) ? earlier.find(field, whose.sent()) : known(from, whose);
  }

  private Optional<Known> known(String from, Whose whose) {
    if (from.startsWith(CREDENTIAL)) {
      int slash = from.indexOf('/');
      String type = from.substring(CREDENTIAL.length(), slash);
      String claim = from.substring(slash + 1);
      return whose.wallets().stream()
          .flatMap(holder -> stream(credentials.usable(holder, type), claim))
          .findFirst();
    }
    if (from.startsWith(FACT)) {
      return fact(whose, from.substring(FACT.length()));
    }
    if (!from.startsWith("account:")) {
      return Optional.empty(); // people for rows are offered, see KnownPeople
    }
    if (whose.account() == null) {
      return from.equals("account:name") ? name(whose.party()) : Optional.empty();
    }
    return account(from, accounts.getAccount(UUID.fromString(whose.account())));
  }

  /** Whoever has no account is called as their file says. */
  private static Optional<Known> name(PartyName party) {
    String name = party.kind() == PartyName.Kind.PERSON ? party.name().zh() : "";
    return name.isEmpty() ? Optional.empty() : Optional.of(new Known(name, FILE));
  }

  /** A firm's file knows no telephone of a person: then that of whoever fills it in. */
  private Optional<Known> fact(Whose whose, String kind) {
    return fact(whose.file(), kind).or(() -> fact(whose.ownFile(), kind));
  }

  private static Optional<Known> fact(Supplier<List<Fact>> file, String kind) {
    return file.get().stream()
        .filter(fact -> fact.kind().equals(kind))
        .map(fact -> new Known(fact.value(), FILE))
        .findFirst();
  }

  private Supplier<List<Fact>> ownFile(@Nullable String account) {
    return SingletonSupplier.of(
        () ->
            Optional.ofNullable(account)
                .flatMap(parties::findOfAccount)
                .map(parties::facts)
                .orElse(List.of()));
  }

  private static Optional<Known> account(String from, Account owner) {
    return switch (from) {
      case "account:name" -> Optional.of(new Known(owner.name().zh(), ACCOUNT));
      case "account:street" -> Optional.ofNullable(owner.area()).map(a -> new Known(a, ACCOUNT));
      default -> Optional.empty();
    };
  }
}
