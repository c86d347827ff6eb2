package org.yiwang.request;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.CasePhotos;
import org.yiwang.casework.Cases;
import org.yiwang.casework.NewCase;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Once;
import org.yiwang.page.RefusedException;
import org.yiwang.request.RequestCheck.Checked;

/** Takes a report in and opens its case (受理诉求): in one transaction, once for each key. */
@Component
class FileRequest {
  private final RequestCheck check;
  private final ReporterContacts contacts;
  private final Cases cases;
  private final CasePhotos photos;
  private final RequestStore store;
  private final Once once;
  private final Proofs proofs;

  FileRequest(
      RequestCheck check,
      ReporterContacts contacts,
      Cases cases,
      CasePhotos photos,
      RequestStore store,
      Once once,
      Proofs proofs) {
    this.check = check;
    this.contacts = contacts;
    this.cases = cases;
    this.photos = photos;
    this.store = store;
    this.once = once;
    this.proofs = proofs;
  }

  /**
   * @throws RefusedException with every fault of the report
   */
  @Transactional
  Filed file(NewRequest request, Viewer viewer) {
    AtomicReference<@Nullable Case> fresh = new AtomicReference<>();
    String number =
        once.once(
            request.key(),
            "request:" + viewer.account(),
            Fingerprint.of(request),
            () -> {
              Case opened = open(request, check.check(request), viewer);
              fresh.set(opened);
              return opened.number();
            });
    Case opened = fresh.get();
    return new Filed(
        opened == null ? cases.find(number).orElseThrow() : opened, proofs.receipt(number));
  }

  private Case open(NewRequest request, Checked checked, Viewer viewer) {
    if (!photos.areFree(request.photos(), viewer.account(), request.key())) {
      throw new RefusedException(RequestRefusals.photosUnknown());
    }
    UUID contact = contacts.keep(checked.contact());
    Case opened = cases.open(newCase(request, checked, contact, viewer));
    store.insert(opened.number(), request.language());
    return opened;
  }

  private static NewCase newCase(
      NewRequest request, Checked checked, @Nullable UUID contact, Viewer viewer) {
    Category category = checked.category();
    return new NewCase(
        category.application(),
        category.lifecycle(),
        category.limit(),
        new Case.About(category.id(), category.group(), category.name(), checked.text()),
        checked.where(),
        checked.unit(),
        new Case.Origin(request.channel(), contact, forOthers(viewer) ? null : viewer.account()),
        request.photos(),
        request.invented(),
        null,
        actor(viewer));
  }

  /** Somebody who writes down what others tell is not the one who reports. */
  private static boolean forOthers(Viewer viewer) {
    return viewer.may(Permission.OPERATE_API);
  }

  private static Actor actor(Viewer viewer) {
    return forOthers(viewer)
        ? new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name())
        : new Actor(Actor.Kind.RESIDENT, viewer.account(), Actor.REPORTER);
  }
}
