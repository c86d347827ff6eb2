package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.credential.AskElsewhere;
import org.yiwang.credential.AskableRegion;
import org.yiwang.credential.AskedElsewhere;
import org.yiwang.credential.CheckAnswer;
import org.yiwang.credential.CheckedElsewhere;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.LeadElsewhere;
import org.yiwang.credential.NeededElsewhere;
import org.yiwang.credential.TakeAnswer;
import org.yiwang.credential.TakenElsewhere;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Filled.Supply;

/**
 * Fetches papers from the applicant's wallet in another region by a request link (到外地卡包调取): asked
 * for what the matter declares and nothing else; what comes back is looked at, then used up and
 * kept with the draft in one transaction, or neither.
 */
@Component
class FetchElsewhere {
  private static final Text NO_SUCH =
      Text.of("这份申请不需要这份材料。", "This application needs no such paper.");
  private static final Text BACK = Text.of("请回到材料页。", "Go back to the page of papers.");

  private final Credentials credentials;
  private final Trip trip;
  private final PasteElsewhere paste;
  private final Drafts drafts;
  private final TransactionOperations transaction;

  FetchElsewhere(
      Credentials credentials,
      Trip trip,
      PasteElsewhere paste,
      Drafts drafts,
      TransactionOperations transaction) {
    this.credentials = credentials;
    this.trip = trip;
    this.paste = paste;
    this.drafts = drafts;
    this.transaction = transaction;
  }

  /** There and back, one use case each. */
  @Component
  record Trip(AskElsewhere ask, LeadElsewhere lead, CheckAnswer check, TakeAnswer take) {}

  List<AskableRegion> regions(Evidence evidence) {
    return evidence.credential() == null
        ? List.of()
        : credentials.askableRegions(evidence.credential());
  }

  /**
   * Papers that one trip to a region can bring together: those that the draft has no other way for,
   * or for which its applicant chose to go there.
   */
  List<Evidence> together(Drafts.Open open, String region) {
    return open.evidence().stream()
        .filter(one -> isOpen(open, one))
        .filter(one -> regions(one).stream().anyMatch(there -> there.url().equals(region)))
        .limit(AskElsewhere.MOST)
        .toList();
  }

  private static boolean isOpen(Drafts.Open open, Evidence evidence) {
    Filled filled = open.draft().filled();
    Supply supply = filled.supplies().get(evidence.id());
    return supply == null
        ? !evidence.optional()
        : supply.way() == Filled.Way.ELSEWHERE && filled.elsewhere(evidence.id()).isEmpty();
  }

  private static String returnTo(Drafts.Open open, List<Evidence> papers) {
    return open.draft().href() + "/elsewhere/" + ids(papers) + "/";
  }

  /** As an address and a button name them. */
  static String ids(List<Evidence> papers) {
    return String.join(",", papers.stream().map(Evidence::id).toList());
  }

  /**
   * @param pressed the papers and the region's address, as the button says them
   * @return the page that leads there
   */
  String ask(Drafts.Open open, Viewer viewer, String pressed) {
    String[] parts = pressed.split(" ", 2);
    List<Evidence> papers = papers(open, parts[0]);
    Actor by = new Actor(Actor.Kind.RESIDENT, viewer.account(), viewer.name());
    String returnTo = returnTo(open, papers);
    try {
      String region = parts.length == 2 ? parts[1] : "";
      List<NeededElsewhere> needed = List.copyOf(needed(open, papers).values());
      return returnTo + trip.ask().ask(region, needed, returnTo, by);
    } catch (RefusedException refused) {
      throw PasteElsewhere.at(papers.getFirst(), refused);
    }
  }

  private SequencedMap<String, NeededElsewhere> needed(Drafts.Open open, List<Evidence> papers) {
    SequencedMap<String, NeededElsewhere> needed = new LinkedHashMap<>();
    papers.forEach(one -> needed.put(PasteElsewhere.field(one), paste.needed(open, one)));
    return needed;
  }

  AskedElsewhere get(Drafts.Open open, List<Evidence> papers, UUID id) {
    return trip.lead().get(id, returnTo(open, papers));
  }

  /**
   * Takes what the applicant came back with, all of it or nothing.
   *
   * @throws RefusedException with the field of each paper that is refused
   */
  void take(Drafts.Open open, List<Evidence> papers, UUID id, String code) {
    try {
      Map<String, CheckedElsewhere> checked =
          trip.check().check(id, returnTo(open, papers), code, needed(open, papers));
      transaction.executeWithoutResult(
          state -> {
            Map<String, TakenElsewhere> taken = trip.take().take(id, checked);
            Filled filled = open.draft().filled();
            for (Evidence one : papers) {
              String field = PasteElsewhere.field(one);
              filled = filled.taken(one.id(), Objects.requireNonNull(taken.get(field)));
            }
            drafts.save(open, filled);
          });
    } catch (RefusedException refused) {
      throw refused.refusals().stream().anyMatch(why -> why.field() == null)
          ? PasteElsewhere.at(papers.getFirst(), refused)
          : refused;
    }
  }

  /** Papers that this draft asks for, none twice. */
  static List<Evidence> papers(Drafts.Open open, String ids) {
    List<String> named = List.of(ids.split(",", -1));
    if (named.size() > AskElsewhere.MOST || Set.copyOf(named).size() < named.size()) {
      throw noSuch();
    }
    return named.stream().map(id -> evidence(open, id)).toList();
  }

  private static Evidence evidence(Drafts.Open open, String id) {
    return open.evidence().stream()
        .filter(one -> one.id().equals(id))
        .filter(one -> one.credential() != null)
        .findFirst()
        .orElseThrow(FetchElsewhere::noSuch);
  }

  private static RefusedException noSuch() {
    return new RefusedException(
        Refusal.of(Refusal.Kind.MISSING, "evidence-missing", NO_SUCH, BACK));
  }
}
