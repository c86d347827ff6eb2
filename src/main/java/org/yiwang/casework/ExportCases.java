package org.yiwang.casework;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Viewer;

/** Hands out a whole list, one case after the other, as it was at one instant. */
@Component
class ExportCases {
  private final CaseQueries queries;

  ExportCases(CaseQueries queries) {
    this.queries = queries;
  }

  /** The page of the sorting does not matter: all of them. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  void each(CaseFilter filter, Sorting sorting, Viewer viewer, Consumer<Case> to) {
    queries.each(filter, sorting, viewer, to);
  }
}
