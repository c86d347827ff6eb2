package org.yiwang.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Requirement;
import org.yiwang.pack.Text;
import org.yiwang.submission.Filled.Way;

/**
 * Grants on the spot what meets every declared requirement (当场办结), and leaves the rest to an
 * officer. What was found stands in the journal either way, requirement by requirement.
 */
@Component
class GrantAtOnce {
  /** The lifecycle's action for it, by the system, from the step where its cases begin. */
  static final String ACTION = "grant-at-once";

  /** The reason that goes with the action. */
  static final String REASON = "requirements-met";

  private static final String KIND = "submission.weighed";

  /** What requirements may speak of beside the form's questions. */
  static final Set<String> NAMES = Set.of("fetched", "promised", "uploaded", "later", "claims");

  private final Cases cases;
  private final Journal journal;
  private final GrantGuard guard;
  private final FormerCredential formerCredential;

  GrantAtOnce(Cases cases, Journal journal, GrantGuard guard, FormerCredential formerCredential) {
    this.formerCredential = formerCredential;
    this.guard = guard;
    this.cases = cases;
    this.journal = journal;
  }

  /**
   * What was found when a matter was weighed.
   *
   * @param met requirements that hold, in words
   * @param unmet requirements that do not, or of which nobody can say
   */
  record Weighed(List<Text> met, List<Text> unmet) {
    boolean granted() {
      return unmet.isEmpty();
    }
  }

  void weigh(Submission sent, Wanted wanted, Matter matter, Case opened) {
    if (matter.atOnce().isEmpty()) {
      return;
    }
    Map<String, Object> facts = facts(sent.filled(), wanted);
    List<Text> met = new ArrayList<>();
    List<Text> unmet = new ArrayList<>();
    for (Requirement one : matter.atOnce()) {
      (one.must().certain(facts) ? met : unmet).add(one.says());
    }
    guard.listAgainst(sent, matter).forEach(refusal -> unmet.add(refusal.says()));
    formerCredential
        .findRevoked(sent, matter)
        .ifPresent(old -> unmet.add(FormerCredential.revoked(old)));
    Weighed weighed = new Weighed(met, unmet);
    journal.append(entry(sent, opened, weighed));
    if (weighed.granted()) {
      var given = Move.Given.NOTHING.withReason(REASON);
      cases.act(new Move(opened.number(), opened.version(), ACTION, given), Mover.program());
    }
  }

  private static NewEntry entry(Submission sent, Case opened, Weighed weighed) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("case", opened.number());
    facts.put("granted", weighed.granted());
    facts.put("met-zh", weighed.met().stream().map(Text::zh).toList());
    facts.put("met-en", weighed.met().stream().map(Text::en).toList());
    facts.put("unmet-zh", weighed.unmet().stream().map(Text::zh).toList());
    facts.put("unmet-en", weighed.unmet().stream().map(Text::en).toList());
    return new NewEntry(Actor.SYSTEM, KIND, sent.subject(), facts);
  }

  private static Map<String, Object> facts(Filled filled, Wanted wanted) {
    Map<String, Object> facts = new HashMap<>(wanted.questions().facts(filled.answers()));
    for (Way way : List.of(Way.FETCH, Way.PROMISE, Way.UPLOAD, Way.LATER)) {
      facts.put(name(way), given(filled, way));
    }
    Map<String, String> claims = new HashMap<>();
    filled
        .fetched()
        .forEach(
            (evidence, said) ->
                said.forEach((claim, value) -> claims.put(evidence + "/" + claim, value)));
    facts.put("claims", claims);
    return facts;
  }

  private static String name(Way way) {
    return switch (way) {
      case FETCH, ELSEWHERE -> "fetched";
      case PROMISE -> "promised";
      case UPLOAD -> "uploaded";
      case LATER, NONE -> way.name().toLowerCase(Locale.ROOT);
    };
  }

  private static List<String> given(Filled filled, Way way) {
    return filled.supplies().entrySet().stream()
        .filter(
            supplied ->
                supplied.getValue().way() == way
                    || way == Way.FETCH && filled.elsewhere(supplied.getKey()).isPresent())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** What was found for each case of an application, by its number. */
  Map<String, Weighed> findWeighed(Submission sent) {
    return journal.list(sent.subject()).stream()
        .filter(entry -> entry.kind().equals(KIND))
        .collect(
            Collectors.toMap(
                entry -> String.valueOf(entry.fact("case")),
                entry -> new Weighed(texts(entry, "met"), texts(entry, "unmet")),
                (first, second) -> second));
  }

  private static List<Text> texts(Entry entry, String name) {
    List<Text> texts = new ArrayList<>();
    if (entry.facts().get(name + "-zh") instanceof List<?> zh
        && entry.facts().get(name + "-en") instanceof List<?> en) {
      for (int i = 0; i < Math.min(zh.size(), en.size()); i++) {
        texts.add(Text.of(zh.get(i).toString(), en.get(i).toString()));
      }
    }
    return texts;
  }
}
