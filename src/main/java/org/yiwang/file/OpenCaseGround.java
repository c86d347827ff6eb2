package org.yiwang.file;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
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
  public List<Ground> listOpenCases(UUID party, Viewer viewer) {
    return cases.listOf(party).stream()
        .filter(of -> of.clocks().closed() == null)
        .filter(of -> cases.find(of.number(), viewer).isPresent())
        .map(of -> new Ground(of.subject(), of.number(), of.about().title()))
        .toList();
  }
}
