package org.yiwang.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Viewer;
import org.yiwang.party.FileJoins;
import org.yiwang.party.Mandates;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/** Whose files somebody sees as their own (本人档案): theirs, and those of firms they represent. */
@Component
class OwnParties {
  private final Parties parties;
  private final Mandates mandates;
  private final Cases cases;
  private final FileJoins joins;

  OwnParties(Parties parties, Mandates mandates, Cases cases, FileJoins joins) {
    this.joins = joins;
    this.parties = parties;
    this.mandates = mandates;
    this.cases = cases;
  }

  UUID self(Viewer viewer) {
    return parties.ofAccount(viewer.requireSignedIn(), viewer.name().zh());
  }

  /** The person first, then the firms. */
  List<PartyName> list(Viewer viewer) {
    UUID self = self(viewer);
    List<PartyName> own = new ArrayList<>(List.of(parties.nameOf(self)));
    parties.representedBy(self).forEach(firm -> own.add(parties.nameOf(firm)));
    return own;
  }

  /** The party itself if it is the viewer's own; without one named the person. */
  UUID own(Optional<UUID> named, Viewer viewer) {
    UUID self = self(viewer);
    return named
        .map(
            party ->
                Optional.of(party)
                    .filter(one -> mandates.standsFor(viewer, one))
                    .orElseThrow(FileRefusals::missing))
        .orElse(self);
  }

  /**
   * As the journal names all that is this party: also the contacts that its own reports were left
   * with, since each of these is a party of its own, and the empty file that its account had
   * before.
   */
  List<String> concerned(UUID party) {
    List<String> all = new ArrayList<>(List.of("party:" + party));
    parties.findAccount(party).map(cases::listReportedBy).orElse(List.of()).stream()
        .map(Case::origin)
        .map(Case.Origin::reporter)
        .filter(Objects::nonNull)
        .filter(reporter -> parties.findAccount(reporter).isEmpty())
        .filter(reporter -> !isFirm(reporter))
        .map(reporter -> "party:" + reporter)
        .distinct()
        .forEach(all::add);
    joins.findOf(party).ifPresent(of -> all.add("party:" + of.former()));
    return all;
  }

  private boolean isFirm(UUID party) {
    return parties.findName(party).filter(n -> n.kind() == PartyName.Kind.FIRM).isPresent();
  }
}
