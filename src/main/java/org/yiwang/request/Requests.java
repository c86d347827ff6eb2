package org.yiwang.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Guesses;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;

/** The door of requests (诉求): take them in, and find whose they are. */
@Component
public class Requests {
  /** How near the same thing is the same problem, in metres. */
  static final double SAME_PLACE = 50;

  private static final int LONGEST_NUMBER = 60;
  private static final Text RECEIPT_INSTEAD =
      Text.of("用查询码可以马上查。", "With the receipt code you can look it up at once.");

  private final FileRequest fileRequest;
  private final Cases cases;
  private final ReportedCases reported;
  private final RequestStore store;
  private final ReporterContacts contacts;
  private final Proofs proofs;
  private final Guesses guesses;

  Requests(
      FileRequest fileRequest,
      Cases cases,
      ReportedCases reported,
      RequestStore store,
      ReporterContacts contacts,
      Proofs proofs,
      Guesses guesses) {
    this.fileRequest = fileRequest;
    this.cases = cases;
    this.reported = reported;
    this.store = store;
    this.contacts = contacts;
    this.proofs = proofs;
    this.guesses = guesses;
  }

  /**
   * Takes a report in and opens its case.
   *
   * @throws RefusedException with every fault of the report
   */
  public Filed file(NewRequest request, Viewer viewer) {
    return fileRequest.file(request, viewer);
  }

  /** Open cases that a report at this place would probably repeat, nearest first. */
  List<Case> listSame(String category, double lon, double lat) {
    return cases.listNear(category, lon, lat, SAME_PLACE).stream()
        .filter(reported::isReport)
        .toList();
  }

  /**
   * What somebody who gives this number and code is to the case; empty if the code is wrong, and
   * for whatever is no report, by any code: that is told apart by nothing from a number that is
   * none. Four digits are soon guessed, so guesses are counted for each number, whether it is a
   * case's or not; a receipt code cannot be guessed and is taken at any time.
   *
   * @throws RefusedException TOO_MANY while four digits of this number have to wait
   */
  Optional<Proof> prove(String number, String code) {
    String plain = number.strip().toUpperCase(Locale.ROOT);
    String typed = code.strip();
    if (typed.isEmpty() || plain.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    Optional<Case> found = cases.find(plain).filter(reported::isReport);
    if (found.isPresent() && proofs.isReceipt(plain, typed)) {
      return Optional.of(new Proof(plain, true));
    }
    if (found.isPresent() && provesJoined(plain, typed)) {
      return Optional.of(new Proof(plain, false));
    }
    guesses.count("case:" + plain, RECEIPT_INSTEAD);
    Optional<Proof> proof = found.flatMap(of -> byDigits(of, typed));
    proof.ifPresent(right -> guesses.right("case:" + plain));
    return proof;
  }

  private boolean provesJoined(String into, String typed) {
    return store.listJoined(into).stream().anyMatch(joined -> proofs.isReceipt(joined, typed));
  }

  private Optional<Proof> byDigits(Case of, String digits) {
    if (contacts.endsWith(of.origin().reporter(), digits)) {
      return Optional.of(new Proof(of.number(), true));
    }
    return store.listFollowers(of.number()).stream()
            .anyMatch(follower -> contacts.endsWith(follower.contact(), digits))
        ? Optional.of(new Proof(of.number(), false))
        : Optional.empty();
  }

  /** What somebody is who has proved a request that was joined to this one. */
  Optional<Proof> prove(Case of, Function<String, Optional<Proof>> proved) {
    if (!reported.isReport(of)) {
      return Optional.empty();
    }
    return proved
        .apply(of.number())
        .or(
            () ->
                store.listJoined(of.number()).stream()
                    .map(proved)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(joined -> new Proof(of.number(), false)));
  }

  /** What a signed-in person is to the case; empty for what is followed on a page elsewhere. */
  Optional<Proof> prove(Case of, Viewer viewer) {
    String account = viewer.account();
    if (account == null || !reported.isFollowedHere(of)) {
      return Optional.empty();
    }
    if (ReportedCases.isOf(of, viewer)) {
      return Optional.of(new Proof(of.number(), true));
    }
    return store.isFollower(of.number(), account)
        ? Optional.of(new Proof(of.number(), false))
        : Optional.empty();
  }

  /** Where the viewer follows it instead, if it is theirs and none that is followed here. */
  Optional<String> elsewhere(Case of, Viewer viewer) {
    return ReportedCases.isOf(of, viewer) && !reported.isFollowedHere(of)
        ? reported.ownPage(of)
        : Optional.empty();
  }
}
