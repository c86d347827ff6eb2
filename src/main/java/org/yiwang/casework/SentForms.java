package org.yiwang.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/**
 * Reads an action's form; photos are kept at once, so that a fault elsewhere does not lose them.
 */
@Component
class SentForms {
  private final CasePhotos photos;

  SentForms(CasePhotos photos) {
    this.photos = photos;
  }

  SentForm read(ActionForm form, Viewer viewer) {
    List<UUID> kept = new ArrayList<>(form.keptPhotos());
    List<Refusal> refusals = new ArrayList<>();
    for (MultipartFile file : form.chosen()) {
      if (kept.size() >= GivenCheck.MOST_PHOTOS) {
        refusals.add(GivenCheck.photosTooMany());
        break;
      }
      keep(file, kept, refusals, viewer);
    }
    Move.Given given =
        Move.Given.NOTHING
            .withNote(form.note())
            .withReason(form.reason())
            .withUnit(form.unit())
            .withOtherCase(form.otherCase())
            .withRating(form.rating())
            .withPhotos(kept)
            .withUnits(form.chosenUnits());
    return new SentForm(form.action(), given, new Refusals(refusals));
  }

  private void keep(MultipartFile file, List<UUID> kept, List<Refusal> refusals, Viewer viewer) {
    try (var in = file.getInputStream()) {
      kept.add(photos.keep(in, null, viewer.account()));
    } catch (RefusedException refused) {
      refusals.addAll(refused.refusals());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
