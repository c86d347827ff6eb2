package org.yiwang.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Form.Field;
import org.yiwang.pack.Text;
import org.yiwang.party.Fact;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.NewFact;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * Keeps answers in the file for the next time (下次预填), if the holder ticks that: with who said it
 * and when, as stated and not as confirmed. Only what a form declares, and only of whoever applies
 * for themselves or represents the firm; whoever fills in for somebody else does not fill their
 * file.
 */
@Component
class KeepAnswers {
  private final Parties parties;
  private final FactKinds kinds;

  KeepAnswers(Parties parties, FactKinds kinds) {
    this.parties = parties;
    this.kinds = kinds;
  }

  /** One answer that is new to the file. */
  private record Kept(UUID party, FactKind kind, String value) {}

  /** What would be kept, by name: nothing where the file says the same. */
  List<Text> names(Drafts.Open open, Viewer viewer) {
    return list(open, viewer).stream().map(kept -> kept.kind().name()).distinct().toList();
  }

  @Transactional
  void keep(Drafts.Open open, Viewer viewer) {
    var source = new Fact.Source(Fact.Source.Kind.ACCOUNT, open.draft().account(), null);
    Map<UUID, List<NewFact>> learned = new LinkedHashMap<>();
    for (Kept kept : list(open, viewer)) {
      learned
          .computeIfAbsent(kept.party(), party -> new ArrayList<>())
          .add(new NewFact(kept.kind().id(), kept.value(), source, Fact.Confidence.STATED, null));
    }
    learned.forEach((party, facts) -> parties.learn(party, facts, SubmitDraft.actor(viewer)));
  }

  private List<Kept> list(Drafts.Open open, Viewer viewer) {
    if (open.acting().atCounter() || open.acting().mandate() != null) {
      return List.of();
    }
    UUID self = parties.findOfAccount(viewer.requireSignedIn()).orElse(null);
    Map<UUID, List<Fact>> files = new HashMap<>();
    return open.parts().stream()
        .flatMap(part -> part.fields().stream())
        .flatMap(field -> kept(open, field, self).stream())
        .filter(kept -> !knows(files.computeIfAbsent(kept.party(), parties::facts), kept))
        .toList();
  }

  private static boolean knows(List<Fact> file, Kept kept) {
    return file.stream()
        .anyMatch(
            fact -> fact.kind().equals(kept.kind().id()) && fact.value().equals(kept.value()));
  }

  private Optional<Kept> kept(Drafts.Open open, Field field, @Nullable UUID self) {
    String answer = open.draft().filled().answers().at(field.id());
    FactKind kind = field.keep() == null ? null : kinds.findKind(field.keep()).orElse(null);
    UUID party = kind == null ? null : whose(open.acting().party(), kind, self);
    return answer == null || kind == null || party == null || !fits(kind, answer)
        ? Optional.empty()
        : Optional.of(new Kept(party, kind, answer));
  }

  /** A person's telephone goes into the own file also of whoever represents a firm. */
  private static @Nullable UUID whose(PartyName party, FactKind kind, @Nullable UUID self) {
    if (kind.fits(party.kind())) {
      return party.id();
    }
    return kind.fits(PartyName.Kind.PERSON) ? self : null;
  }

  private static boolean fits(FactKind kind, String answer) {
    return kind.sort() != FactKind.Sort.CHOICE
        || kind.options().stream().anyMatch(option -> option.id().equals(answer));
  }
}
