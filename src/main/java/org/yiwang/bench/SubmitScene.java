package org.yiwang.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.credential.CredentialType;
import org.yiwang.credential.CredentialType.Claim;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NewCredential;
import org.yiwang.identity.PersonAccess;
import org.yiwang.journal.Actor;
import org.yiwang.launch.LaunchException;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Applicant;
import org.yiwang.matter.Matters;
import org.yiwang.matter.Questions;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;

/**
 * Who applies for what: a matter that needs three credentials, answers that fit its form, and
 * accounts of the measurement's own that hold the credentials. The accounts are closed at the end.
 */
final class SubmitScene implements AutoCloseable {
  private static final int CREDENTIALS = 3;

  private final Wish wish;
  private final PersonAccess access;
  private final List<PersonAccess.Issued> people = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  /** What is applied for, and how its form is answered. */
  record Wish(Matter matter, Answers answers, List<Part> parts) {}

  private SubmitScene(Wish wish, PersonAccess access) {
    this.wish = wish;
    this.access = access;
  }

  /**
   * @param wanted id of the matter; empty for the first that fits
   */
  static SubmitScene set(ApplicationContext beans, String wanted, int users) {
    Wish wish = wish(beans.getBean(Matters.class), wanted);
    var scene = new SubmitScene(wish, beans.getBean(PersonAccess.class));
    try {
      for (int i = 1; i <= users; i++) {
        scene.add(beans, i);
      }
      return scene;
    } catch (RuntimeException failed) {
      scene.close();
      throw failed;
    }
  }

  private static Wish wish(Matters matters, String wanted) {
    return matters.listMatters().stream()
        .filter(matter -> wanted.isEmpty() ? fits(matter) : matter.id().equals(wanted))
        .map(matter -> wish(matter, matters.questions(List.of(matter))))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                LaunchException.wronglyCalled(
                    "城区包里没有%s个人凭 %d 份证照申请、又能自动填写的事项。请用 --matter 或 --pack 换一个。"
                        .formatted(wanted.isEmpty() ? "" : "“" + wanted + "”这样", CREDENTIALS),
                    "No matter%s of the pack needs %d credentials of a person and can be answered. Choose another with --matter or --pack."
                        .formatted(wanted.isEmpty() ? "" : " " + wanted, CREDENTIALS)));
  }

  private static Optional<Wish> wish(Matter matter, Questions questions) {
    return FittingAnswers.to(questions)
        .map(answers -> new Wish(matter, answers, questions.open(answers)));
  }

  /** Fetched all, asked of people, and decided by an officer: nothing else is in the figure. */
  private static boolean fits(Matter matter) {
    return matter.online()
        && matter.atOnce().isEmpty()
        && matter.applicants().contains(Applicant.PERSON)
        && matter.evidence().size() == CREDENTIALS
        && matter.evidence().stream()
            .allMatch(one -> one.credential() != null && one.when() == null);
  }

  private void add(ApplicationContext beans, int number) {
    PersonAccess.Issued person = access.issue(Text.of("测量" + number, "Bench " + number));
    people.add(person);
    UUID holder =
        beans.getBean(Parties.class).ofAccount(person.account().toString(), "测量" + number);
    Credentials credentials = beans.getBean(Credentials.class);
    CredentialTypes types = beans.getBean(CredentialTypes.class);
    new TransactionTemplate(beans.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            state ->
                wish.matter().evidence().stream()
                    .map(one -> types.findType(String.valueOf(one.credential())).orElseThrow())
                    .distinct()
                    .forEach(type -> credentials.issue(made(type, holder))));
  }

  private static NewCredential made(CredentialType type, UUID holder) {
    Map<String, String> claims =
        type.claims().stream().collect(Collectors.toMap(Claim::id, SubmitScene::value));
    return new NewCredential(type.id(), holder, claims, null, "BENCH", Actor.SYSTEM);
  }

  private static String value(Claim claim) {
    return switch (claim.sort()) {
      case TEXT -> "测量 bench";
      case IDENTIFIER -> FittingAnswers.PERSON;
      case NUMBER -> "42";
      case DATE -> "2020-02-02";
    };
  }

  Matter matter() {
    return wish.matter();
  }

  List<Part> parts() {
    return wish.parts();
  }

  String answer(String question) {
    return Objects.requireNonNullElse(wish.answers().at(question), "");
  }

  /** Signs the next of the people in, who works at this pace. */
  HttpSubmission signIn(URI address, Pace pace) throws Exception {
    PersonAccess.Issued person = people.get(Math.floorMod(next.getAndIncrement(), people.size()));
    return new HttpSubmission(this, ApplicantDoor.signIn(address, person), pace);
  }

  @Override
  public void close() {
    people.forEach(person -> access.withdraw(person.account()));
  }
}
