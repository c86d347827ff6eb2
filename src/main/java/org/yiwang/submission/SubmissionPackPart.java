package org.yiwang.submission;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** What this module checks between matters and everything they name in other modules. */
@Component
class SubmissionPackPart implements PackPart {
  @Override
  public List<DefinitionType<?>> types() {
    return List.of();
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new OutcomeLinks(), new AtOnceLinks(), new PromiseLinks(), new OpinionLinks());
  }
}
