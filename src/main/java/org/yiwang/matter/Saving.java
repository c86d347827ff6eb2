package org.yiwang.matter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a bundle saves against asking for each of its matters by itself (减填、减材料、减跑动), counted from
 * the definitions.
 *
 * @param questions asked now
 * @param questionsBefore asked in all the single forms
 * @param papers to be given now: each once, and none that is fetched or promised
 * @param papersBefore papers of all the single matters
 * @param visits the most any of the matters needs, since one visit serves all
 * @param visitsBefore if somebody went to each window once, or as often as the matter needs
 */
public record Saving(
    int questions,
    int questionsBefore,
    int papers,
    int papersBefore,
    int visits,
    int visitsBefore) {

  static Saving of(List<Matter> members, Matters matters) {
    Questions questions = matters.questions(members);
    Set<String> papers = new HashSet<>();
    int papersBefore = 0;
    int visits = 0;
    int visitsBefore = 0;
    for (Matter member : members) {
      papersBefore += member.evidence().size();
      visitsBefore += Math.max(1, member.visits());
      visits = Math.max(visits, member.visits());
      member.evidence().stream()
          .filter(evidence -> evidence.credential() == null && evidence.promise() == null)
          .forEach(evidence -> papers.add(evidence.id()));
    }
    return new Saving(
        questions.asked(),
        questions.askedSeparately(),
        papers.size(),
        papersBefore,
        visits,
        visitsBefore);
  }
}
