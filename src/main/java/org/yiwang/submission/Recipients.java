package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;

/**
 * Which units read a credential that is fetched for an application (用证单位), and what of it: the unit
 * that receives each matter which needs it, and the claims that its matters ask for.
 */
@Component
class Recipients {
  private final ReceivingUnit receivingUnit;
  private final Holdings holdings;

  Recipients(ReceivingUnit receivingUnit, Holdings holdings) {
    this.receivingUnit = receivingUnit;
    this.holdings = holdings;
  }

  /**
   * @param unit id of the unit
   * @param claims ids of what it may read
   */
  record Recipient(String unit, Set<String> claims) {}

  /**
   * As the answers stand, in the order of the matters.
   *
   * @param chosen the credential that is fetched for it
   */
  List<Recipient> of(Drafts.Open open, Evidence evidence, UUID chosen) {
    Wanted wanted = open.wanted();
    Answers answers = open.draft().filled().answers();
    Map<String, Object> facts = wanted.questions().facts(answers);
    Map<String, Set<String>> read = new LinkedHashMap<>();
    for (Bundle.Member member : wanted.members(answers)) {
      Matter matter = wanted.matter(member);
      matter.evidence().stream()
          .filter(own -> same(own, evidence) && holds(own, facts))
          .forEach(
              own ->
                  read.computeIfAbsent(
                          receivingUnit.of(matter, wanted, answers), unit -> new TreeSet<>())
                      .addAll(holdings.claims(own, chosen, open)));
    }
    return read.entrySet().stream()
        .map(one -> new Recipient(one.getKey(), one.getValue()))
        .toList();
  }

  private static boolean same(Evidence own, Evidence evidence) {
    return own.id().equals(evidence.id())
        && Objects.equals(own.credential(), evidence.credential());
  }

  private static boolean holds(Evidence own, Map<String, Object> facts) {
    return own.when() == null || own.when().certain(facts);
  }
}
