package org.yiwang.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Offer.Asked;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * The same action on several cases (批量办理): what all of them offer, if it asks for nothing or only a
 * note. Each case is moved by itself, and says by itself what became of it.
 */
@Component
class BulkActions {
  /** More than anybody looks through on one page. */
  static final int MOST = 100;

  private final Cases cases;

  BulkActions(Cases cases) {
    this.cases = cases;
  }

  /** A case as it was when it was chosen. */
  record Chosen(String number, int version) {}

  /**
   * What became of one case.
   *
   * @param of as it is now; null for one that cannot be seen
   * @param refusal why nothing was done; null when it was
   */
  record Outcome(String number, @Nullable Case of, @Nullable Refusal refusal) {}

  /** Those that the viewer sees, in the order in which they were chosen. */
  List<Case> list(List<String> numbers, Viewer viewer) {
    return numbers.stream()
        .distinct()
        .limit(MOST)
        .flatMap(number -> cases.find(number, viewer).stream())
        .toList();
  }

  /** Actions that all of them offer, in the order of the first; a note is asked if any asks it. */
  List<Offer> offers(List<Case> chosen, Viewer viewer) {
    List<List<Offer>> all = chosen.stream().map(of -> cases.offers(of, Mover.of(viewer))).toList();
    return all.isEmpty()
        ? List.of()
        : all.getFirst().stream().flatMap(offer -> shared(offer, all)).toList();
  }

  private static Stream<Offer> shared(Offer offer, List<List<Offer>> all) {
    List<Offer> same = new ArrayList<>();
    for (List<Offer> offers : all) {
      Optional<Offer> found = offers.stream().filter(other -> alike(offer, other)).findFirst();
      if (found.isEmpty() || !simple(found.get())) {
        return Stream.empty();
      }
      same.add(found.get());
    }
    return same.stream()
        .max(java.util.Comparator.comparingInt(one -> one.note().ordinal()))
        .stream();
  }

  private static boolean alike(Offer one, Offer other) {
    return one.id().equals(other.id()) && one.name().equals(other.name());
  }

  private static boolean simple(Offer offer) {
    boolean more =
        Stream.of(
                offer.photos(),
                offer.unit(),
                offer.units(),
                offer.otherCase(),
                offer.rating(),
                offer.address())
            .anyMatch(asked -> asked == Asked.REQUIRED);
    return !more && offer.reasons().isEmpty();
  }

  /** Does it to each of them. */
  List<Outcome> act(List<Chosen> chosen, String action, Move.Given given, Viewer viewer) {
    return chosen.stream()
        .distinct()
        .limit(MOST)
        .map(one -> act(one, action, given, viewer))
        .toList();
  }

  private Outcome act(Chosen one, String action, Move.Given given, Viewer viewer) {
    Case seen = null;
    try {
      seen = cases.get(one.number(), viewer);
      Move move = new Move(one.number(), one.version(), action, given);
      return new Outcome(one.number(), cases.act(move, Mover.of(viewer)), null);
    } catch (RefusedException refused) {
      return new Outcome(one.number(), seen, refused.refusals().getFirst());
    }
  }
}
