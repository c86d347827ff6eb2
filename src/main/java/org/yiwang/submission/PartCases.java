package org.yiwang.submission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * The matters of an application with their cases (申请的各项), and what of it came to nothing. An
 * objection may still bring a refused one back, so nothing is thrown away for that; it is only not
 * asked for.
 *
 * @param cases by matter; none for one that has not begun
 * @param never matters that do not begin, since what they wait for was not granted
 */
record PartCases(List<Part> all, Map<String, Case> cases, Set<String> never) {

  /** Whether this matter was refused, withdrawn or never begins (没有办成). */
  boolean cameToNothing(String matter) {
    return all.stream()
        .anyMatch(part -> part.matter().equals(matter) && cameToNothing(part, cases, never));
  }

  private static boolean cameToNothing(Part part, Map<String, Case> cases, Set<String> never) {
    Case of = cases.get(part.matter());
    return part.granted() == null
        && (never.contains(part.matter()) || (of != null && of.clocks().closed() != null));
  }

  /** Finds them. */
  @Component
  static class Maker {
    private final SubmissionStore store;
    private final Cases cases;
    private final Matters matters;

    Maker(SubmissionStore store, Cases cases, Matters matters) {
      this.store = store;
      this.cases = cases;
      this.matters = matters;
    }

    PartCases of(Submission sent) {
      return of(store.listParts(sent.id()));
    }

    PartCases of(List<Part> all) {
      Map<String, Case> found = new HashMap<>();
      for (Part part : all) {
        if (part.number() != null) {
          found.put(part.matter(), cases.find(part.number()).orElseThrow());
        }
      }
      Set<String> never = new HashSet<>();
      for (int round = 0; round < all.size(); round++) { // what waits for what waits
        all.stream()
            .filter(part -> part.number() == null)
            .filter(part -> waitsInVain(part, all, found, never))
            .forEach(part -> never.add(part.matter()));
      }
      return new PartCases(all, found, never);
    }

    private static boolean waitsInVain(
        Part waiting, List<Part> all, Map<String, Case> cases, Set<String> never) {
      return all.stream()
          .filter(before -> waiting.waitsFor().contains(before.matter()))
          .anyMatch(before -> cameToNothing(before, cases, never));
    }

    /** Whether a paper that is to follow is still of use to a matter that asks for it. */
    boolean awaits(PartCases parts, Owed owed) {
      return parts.all().stream()
          .map(Part::matter)
          .filter(matter -> matter.equals(owed.matter()) || asksFor(matter, owed.evidence()))
          .anyMatch(matter -> !parts.cameToNothing(matter));
    }

    /**
     * Whether a matter that asks for this paper is not open now but may be yet (可能恢复): refused and
     * to be objected to, or waiting for one that may still be granted.
     */
    boolean mayAskYet(PartCases parts, Owed owed) {
      return parts.all().stream()
          .filter(part -> asksFor(part.matter(), owed.evidence()))
          .anyMatch(part -> mayOpenYet(parts, part));
    }

    /** Whether this matter is not open now but may be yet. */
    boolean mayOpenYet(PartCases parts, String matter) {
      return parts.all().stream()
          .anyMatch(part -> part.matter().equals(matter) && mayOpenYet(parts, part));
    }

    private boolean mayOpenYet(PartCases parts, Part part) {
      if (part.granted() != null) {
        return false;
      }
      Case of = parts.cases().get(part.matter());
      return of != null
          ? cases.mayComeBack(of)
          : parts.all().stream()
              .filter(before -> part.waitsFor().contains(before.matter()))
              .allMatch(before -> mayBeGranted(parts, before));
    }

    private boolean mayBeGranted(PartCases parts, Part part) {
      Case of = parts.cases().get(part.matter());
      boolean open = of != null && of.clocks().closed() == null;
      return part.granted() != null || open || mayOpenYet(parts, part);
    }

    private boolean asksFor(String id, String evidence) {
      return matters.findMatter(id).map(Matter::evidence).orElse(List.of()).stream()
          .anyMatch(one -> one.id().equals(evidence));
    }
  }
}
