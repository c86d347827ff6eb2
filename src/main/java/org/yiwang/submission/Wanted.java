package org.yiwang.submission;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Questions;
import org.yiwang.pack.Text;
import org.yiwang.party.PartyName;

/**
 * What is applied for, with all that the catalogue says about it.
 *
 * @param members the matters of it; one for a single matter
 * @param matters by id
 * @param questions all that is asked for them together
 */
record Wanted(
    Target target,
    Text name,
    List<Bundle.Member> members,
    Map<String, Matter> matters,
    Questions questions) {

  Matter matter(Bundle.Member member) {
    return matter(member.matter());
  }

  /**
   * Whether people, or firms, may apply for all of it. A person may found a firm and apply at the
   * same time for what that firm will need.
   */
  boolean fits(PartyName.Kind kind) {
    Matter.Applicant needed =
        kind == PartyName.Kind.FIRM ? Matter.Applicant.FIRM : Matter.Applicant.PERSON;
    Set<String> founded = kind == PartyName.Kind.FIRM ? Set.of() : founded();
    return members.stream()
        .allMatch(
            one ->
                matter(one).applicants().contains(needed)
                    || one.after().stream().anyMatch(founded::contains));
  }

  /** Matters that found a firm, and those that come after them. */
  private Set<String> founded() {
    Set<String> founded = new HashSet<>();
    for (Bundle.Member one : members) {
      boolean after = one.after().stream().anyMatch(founded::contains);
      if (after || matter(one).outcome().newFirm() != null) {
        founded.add(one.matter());
      }
    }
    return founded;
  }

  /** One of the matters applied for. */
  Matter matter(String id) {
    return Objects.requireNonNull(matters.get(id), id);
  }

  /** The members that these answers lead to. */
  List<Bundle.Member> members(Answers answers) {
    Map<String, Object> facts = questions.facts(answers);
    return members.stream().filter(m -> m.when() == null || m.when().certain(facts)).toList();
  }

  /**
   * The evidence that these answers lead to: the same paper for two matters is one, and none that
   * comes out of a matter that is granted before.
   */
  List<Matter.Evidence> evidence(Answers answers) {
    Map<String, Object> facts = questions.facts(answers);
    Map<String, Matter.Evidence> needed = new LinkedHashMap<>();
    List<Bundle.Member> applied = members(answers);
    for (Bundle.Member member : applied) {
      for (Matter.Evidence one : matter(member).evidence()) {
        boolean holds = one.when() == null || one.when().certain(facts);
        if (holds && !comesBefore(one, member, applied)) {
          needed.putIfAbsent(one.id(), one);
        }
      }
    }
    return List.copyOf(needed.values());
  }

  /** Parts of an application in the order in which the bundle tells its matters. */
  List<SubmissionStore.Part> inOrder(List<SubmissionStore.Part> parts) {
    List<String> order = members.stream().map(Bundle.Member::matter).toList();
    return parts.stream()
        .sorted(Comparator.comparingInt(part -> order.indexOf(part.matter())))
        .toList();
  }

  private boolean comesBefore(
      Matter.Evidence one, Bundle.Member member, List<Bundle.Member> applied) {
    return one.credential() != null
        && waits(member, applied).stream()
            .anyMatch(before -> one.credential().equals(matter(before).outcome().credential()));
  }

  /** The first matter applied for that needs this evidence. */
  String firstWith(Matter.Evidence evidence, Answers answers) {
    return members(answers).stream()
        .map(Bundle.Member::matter)
        .filter(id -> matter(id).evidence().stream().anyMatch(e -> e.id().equals(evidence.id())))
        .findFirst()
        .orElseThrow();
  }

  /** Whether that matter is among those applied for and needs this evidence. */
  boolean needs(String matter, Matter.Evidence evidence) {
    Matter one = matters.get(matter);
    return one != null && one.evidence().stream().anyMatch(e -> e.id().equals(evidence.id()));
  }

  /** What a member waits for among those that are applied for. */
  static List<String> waits(Bundle.Member member, List<Bundle.Member> applied) {
    Set<String> all = applied.stream().map(Bundle.Member::matter).collect(Collectors.toSet());
    return member.after().stream().filter(all::contains).toList();
  }
}
