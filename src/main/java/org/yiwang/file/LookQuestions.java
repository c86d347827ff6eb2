package org.yiwang.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.PublicLine;
import org.yiwang.file.FileStore.Question;
import org.yiwang.file.OpenFileCase.Asking;
import org.yiwang.identity.AccessLog;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/**
 * Questions why somebody looked (查阅询问), for every page on which looks are shown: what was asked and
 * answered, and asking.
 */
@Component
public class LookQuestions {
  private final OpenFileCase open;
  private final AskWhy askWhy;
  private final FileStore store;
  private final Cases cases;

  LookQuestions(OpenFileCase open, AskWhy askWhy, FileStore store, Cases cases) {
    this.open = open;
    this.askWhy = askWhy;
    this.store = store;
    this.cases = cases;
  }

  /** A question that was asked about a look, and what was answered (询问与答复). */
  public record Asked(String number, String state, boolean done, List<String> answers) {}

  /** Within what time it is answered; empty where nobody may ask. */
  public Optional<Text> findLimit() {
    return open.findLimit(Asking.WHY);
  }

  /** What was asked about looks at a party's data, by the journal's entry of the look. */
  public Map<Long, Asked> list(Page page, UUID party) {
    Map<Long, Asked> asked = new HashMap<>();
    for (Question question : store.listQuestions(party)) {
      cases.find(question.number()).ifPresent(of -> asked.put(question.look(), asked(page, of)));
    }
    return asked;
  }

  private Asked asked(Page page, Case of) {
    List<String> answers =
        cases.publicHistory(of).stream()
            .filter(line -> !line.own())
            .map(PublicLine::note)
            .flatMap(note -> Optional.ofNullable(note).stream())
            .toList();
    return new Asked(
        of.number(), page.t(cases.way(of).publicStatus()), of.clocks().closed() != null, answers);
  }

  /**
   * The number of the case in which that look of a party's was asked about already; nobody else
   * asks about it until the transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> findNumber(UUID party, AccessLog.Look look) {
    store.lock(party, look.entry());
    return store.listQuestions(party).stream()
        .filter(asked -> asked.look() == look.entry())
        .map(Question::number)
        .findFirst();
  }

  /**
   * Asks for somebody of whom the caller has made sure that they may see that look; asked twice it
   * is one question.
   *
   * @param look that concerns the party
   * @param by without an account where they have none
   * @return the number of the case in which it is answered
   */
  public String ask(UUID party, AccessLog.Look look, Actor by, Language language) {
    if (!look.concerns().equals("party:" + party)) {
      throw FileRefusals.missing();
    }
    return askWhy.ask(party, look, by, language);
  }
}
