package org.yiwang.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.file.FileStore.Untying;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;
import org.yiwang.party.Parties;
import org.yiwang.party.Relation;

/**
 * What officers see of a relation that is said to be wrong: which, whence, why. The other side's
 * name is masked as everywhere, and the look is on record for both.
 */
@Component
class RelationRows {
  private final FileStore store;
  private final Parties parties;
  private final FactWords words;
  private final AccessLog access;

  RelationRows(FileStore store, Parties parties, FactWords words, AccessLog access) {
    this.store = store;
    this.parties = parties;
    this.words = words;
    this.access = access;
  }

  /** Empty for a case about anything else. */
  Optional<List<SummaryRow>> find(Case of, Viewer viewer, Page page) {
    return store.findUntying(of.number()).map(wrong -> rows(of, wrong, viewer, page));
  }

  private List<SummaryRow> rows(Case of, Untying wrong, Viewer viewer, Page page) {
    Relation relation = parties.findRelation(wrong.relation()).orElseThrow(FileRefusals::missing);
    UUID across = relation.across(wrong.party());
    Text purpose = Text.of("办理更正 %s", "Working on the correction %s").with(of.number());
    Stream.of(wrong.party(), across)
        .sorted()
        .forEach(
            party -> access.read(viewer, AccessLog.Sight.ofParty(of.subject(), party), purpose));
    return List.of(
        SummaryRow.of(page.t("哪一项关系", "Which relation"), page.t(relation.acrossIs(wrong.party()))),
        SummaryRow.of(page.t("对方", "With"), page.t(parties.nameOf(across).masked())),
        SummaryRow.of(page.t("依据", "On file by"), words.source(page, relation)),
        SummaryRow.of(page.t("理由", "Why"), wrong.why()));
  }
}
