package org.yiwang.submission;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The link on the slip with the case code (凭条上的链接). Number and code stand behind #, which stays in
 * the browser of whoever scans it: no server is sent it and no log keeps it. The site speaks of
 * itself as it is set, whatever a caller names ({@code OwnHost} of module identity).
 */
@Component
class SlipLink {
  private final SubmissionStore store;

  SlipLink(SubmissionStore store) {
    this.store = store;
  }

  /** Any of its cases opens the application; the first that has a number stands in the link. */
  String of(Submission sent, CaseCode code) {
    String number =
        store.listParts(sent.id()).stream()
            .map(SubmissionStore.Part::number)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
        + "/follow#number="
        + number
        + "&code="
        + code.grouped();
  }
}
