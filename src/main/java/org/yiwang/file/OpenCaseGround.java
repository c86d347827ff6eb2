package org.yiwang.file;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Viewer;
import org.yiwang.party.FileGrounds;

/**
 * An open case of the party within the officer's reach is the ground to open its file (在办事项). A
 * report of a street lamp is none: its reporter left a contact, which is another party.
 */
@Component
class OpenCaseGround implements FileGrounds {
  private final Cases cases;

  OpenCaseGround(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Optional<String> findOpenCase(UUID party, Viewer viewer) {
    return cases.listOf(party).stream()
        .filter(of -> of.clocks().closed() == null)
        .filter(of -> cases.find(of.number(), viewer).isPresent())
        .map(Case::subject)
        .findFirst();
  }
}
