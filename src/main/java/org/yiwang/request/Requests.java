package org.yiwang.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Viewer;
import org.yiwang.page.RefusedException;

/** The door of requests (诉求): take them in, and find whose they are. */
@Component
public class Requests {
  /** How near the same thing is the same problem, in metres. */
  static final double SAME_PLACE = 50;

  private final FileRequest fileRequest;
  private final Cases cases;
  private final RequestStore store;
  private final ReporterContacts contacts;
  private final Proofs proofs;

  Requests(
      FileRequest fileRequest,
      Cases cases,
      RequestStore store,
      ReporterContacts contacts,
      Proofs proofs) {
    this.fileRequest = fileRequest;
    this.cases = cases;
    this.store = store;
    this.contacts = contacts;
    this.proofs = proofs;
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
    return cases.listNear(category, lon, lat, SAME_PLACE);
  }

  /** What somebody who gives this number and code is to the case; empty if the code is wrong. */
  Optional<Proof> prove(String number, String code) {
    String plain = number.strip().toUpperCase(Locale.ROOT);
    String typed = code.strip();
    Optional<Case> found = typed.isEmpty() ? Optional.empty() : cases.find(plain);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (proofs.isReceipt(plain, typed)
        || contacts.endsWith(found.get().origin().reporter(), typed)) {
      return Optional.of(new Proof(plain, true));
    }
    return store.listFollowers(plain).stream()
            .anyMatch(follower -> contacts.endsWith(follower.contact(), typed))
        ? Optional.of(new Proof(plain, false))
        : Optional.empty();
  }

  /** What a signed-in person is to the case. */
  Optional<Proof> prove(Case of, Viewer viewer) {
    String account = viewer.account();
    if (account == null) {
      return Optional.empty();
    }
    if (account.equals(of.origin().reporterAccount())) {
      return Optional.of(new Proof(of.number(), true));
    }
    return store.isFollower(of.number(), account)
        ? Optional.of(new Proof(of.number(), false))
        : Optional.empty();
  }
}
