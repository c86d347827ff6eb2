package org.yiwang.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseSheet;
import org.yiwang.file.FileStore.Correction;
import org.yiwang.file.FileStore.Question;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;
import org.yiwang.party.Fact;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.Parties;

/**
 * What officers see of a correction or a question on its case page, and the way from any open case
 * to the file of its party.
 */
@Component
class FileSheet implements CaseSheet {
  private final FileStore store;
  private final Parties parties;
  private final FactKinds kinds;
  private final AccessLog access;
  private final Journal journal;

  private final RelationRows relations;

  FileSheet(
      FileStore store,
      Parties parties,
      FactKinds kinds,
      AccessLog access,
      Journal journal,
      RelationRows relations) {
    this.relations = relations;
    this.store = store;
    this.parties = parties;
    this.kinds = kinds;
    this.access = access;
    this.journal = journal;
  }

  @Override
  @Transactional
  public Optional<Sheet> find(Case of, Viewer viewer, Page page) {
    return find(of, viewer, page, false);
  }

  @Override
  @Transactional
  public Optional<Sheet> findWhole(Case of, Viewer viewer, Page page) {
    return find(of, viewer, page, true);
  }

  private Optional<Sheet> find(Case of, Viewer viewer, Page page, boolean whole) {
    return store
        .findCorrection(of.number())
        .map(wrong -> correction(of, wrong, viewer, page, whole))
        .or(() -> relations.find(of, viewer, page).map(rows -> asked(of, rows, viewer, page)))
        .or(() -> store.findQuestion(of.number()).map(asked -> question(of, asked, viewer, page)))
        .or(() -> file(of, viewer, page));
  }

  private Sheet correction(Case of, Correction wrong, Viewer viewer, Page page, boolean whole) {
    Text working = Text.of("办理更正 %s", "Working on the correction %s").with(of.number());
    access.read(
        viewer,
        AccessLog.Sight.ofParty(of.subject(), wrong.party()),
        whole ? CaseSheet.inFull(of) : working);
    Optional<FactKind> kind = kinds.findKind(wrong.kind());
    Optional<Fact> before = parties.findFact(wrong.fact());
    List<SummaryRow> rows =
        List.of(
            SummaryRow.of(
                page.t("哪一条", "Which"), kind.map(k -> page.t(k.name())).orElse(wrong.kind())),
            SummaryRow.of(
                page.t("档案里是", "The file says"),
                before.map(fact -> words(page, kind, fact.value(), whole)).orElse("")),
            SummaryRow.of(
                page.t("本人说应为", "It should say"), words(page, kind, wrong.value(), whole)),
            SummaryRow.of(page.t("理由", "Why"), wrong.why()));
    return asked(of, rows, viewer, page);
  }

  private Sheet asked(Case of, List<SummaryRow> rows, Viewer viewer, Page page) {
    return new Sheet(page.t("更正申请", "Correction asked for"), rows, fileLink(of, viewer, page));
  }

  /** Numbers in part, as on the file itself, until they are asked for. */
  private static String words(Page page, Optional<FactKind> kind, String value, boolean whole) {
    return kind.map(k -> page.t(whole ? k.words(value) : k.shown(value))).orElse(value);
  }

  private Sheet question(Case of, Question asked, Viewer viewer, Page page) {
    access.read(
        viewer,
        AccessLog.Sight.ofParty(of.subject(), asked.party()),
        Text.of("答复查阅询问 %s", "Answering the question %s").with(of.number()));
    List<SummaryRow> rows = new ArrayList<>();
    access
        .findLook(asked.look())
        .ifPresent(
            look -> {
              rows.add(SummaryRow.of(page.t("时间", "When"), page.dateTime(look.at())));
              rows.add(SummaryRow.of(page.t("单位和岗位", "Office and role"), look.who(page)));
              rows.add(
                  SummaryRow.of(
                      page.t("查阅人", "Who"),
                      journal.find(look.entry()).map(e -> page.t(actor(e))).orElse("")));
              rows.add(SummaryRow.of(page.t("写明的用途", "Purpose given"), page.t(look.purpose())));
              rows.add(
                  SummaryRow.of(
                      page.t("依据的办件", "For the case"),
                      look.caseNumber().orElse(page.t("没有", "None"))));
            });
    return new Sheet(page.t("被询问的查阅", "The look asked about"), rows, List.of());
  }

  private static Text actor(Entry entry) {
    return entry.actor().name();
  }

  private Optional<Sheet> file(Case of, Viewer viewer, Page page) {
    List<Link> links = fileLink(of, viewer, page);
    if (links.isEmpty() || of.origin().reporter() == null) {
      return Optional.empty();
    }
    return Optional.of(new Sheet(page.t("当事人", "Party"), List.of(), links)); // called by name above
  }

  /** Only for those with a file worth opening: who only left a contact has none. */
  private List<Link> fileLink(Case of, Viewer viewer, Page page) {
    return of.origin().reporter() != null
            && of.clocks().closed() == null
            && viewer.may(Permission.READ_FILES)
            && hasFile(of)
        ? List.of(
            Link.of(
                page.t("调阅当事人档案", "Open the party's file"),
                "/parties/" + of.origin().reporter() + "?case=" + of.number()))
        : List.of();
  }

  private boolean hasFile(Case of) {
    return of.origin().reporter() != null
        && parties.findName(of.origin().reporter()).isPresent()
        && !parties.facts(of.origin().reporter()).isEmpty();
  }
}
