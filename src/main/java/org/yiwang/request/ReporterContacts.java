package org.yiwang.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;

/** Keeps how somebody wants to be reached, encrypted, as a party (主体). */
@Component
class ReporterContacts {
  /** The party's id; null where nothing was left, and then nothing is written. */
  @Nullable UUID keep(Contact contact, Viewer viewer) {
    return null;
  }
}
