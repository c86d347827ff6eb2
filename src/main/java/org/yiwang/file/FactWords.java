package org.yiwang.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.CredentialType;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;
import org.yiwang.party.Fact;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;
import org.yiwang.party.Relation;

/** Facts and relations in the reader's words: value, source, date. */
@Component
class FactWords {
  private final FactKinds kinds;
  private final CredentialTypes types;
  private final Parties parties;
  private final DistrictTime time;

  FactWords(FactKinds kinds, CredentialTypes types, Parties parties, DistrictTime time) {
    this.time = time;
    this.kinds = kinds;
    this.types = types;
    this.parties = parties;
  }

  /** One fact on a page; {@code sure} says how sure it is. */
  record Shown(long id, String name, String value, String source, String sure, Tone tone) {}

  /** One kind of fact: what counts now, and what was on file before. */
  record Line(Shown now, List<Shown> before) {}

  /**
   * One relation on a page.
   *
   * @param over whether it has ended
   * @param correctable whether its sides may say that it is wrong
   */
  record Tie(long id, String name, String is, String source, boolean over, boolean correctable) {}

  /** Whether anything of these is masked. */
  boolean masks(List<Fact> facts) {
    return facts.stream()
        .anyMatch(fact -> kinds.findKind(fact.kind()).filter(FactKind::masked).isPresent());
  }

  /** In the order of the pack; each kind's newest first. */
  List<Line> lines(Page page, List<Fact> newestFirst, boolean full) {
    Map<String, List<Fact>> byKind =
        newestFirst.stream().collect(Collectors.groupingBy(Fact::kind));
    List<Line> lines = new ArrayList<>();
    for (FactKind kind : kinds.listKinds()) {
      List<Fact> all = byKind.getOrDefault(kind.id(), List.of());
      if (!all.isEmpty()) {
        List<Shown> shown = all.stream().map(fact -> shown(page, kind, fact, full)).toList();
        lines.add(new Line(shown.getFirst(), different(shown)));
      }
    }
    return lines;
  }

  /** Older ones that say something else; what was only said again is no news. */
  private static List<Shown> different(List<Shown> shown) {
    List<Shown> before = new ArrayList<>();
    String last = shown.getFirst().value();
    for (Shown one : shown.subList(1, shown.size())) {
      if (!one.value().equals(last)) {
        before.add(one);
        last = one.value();
      }
    }
    return before;
  }

  private Shown shown(Page page, FactKind kind, Fact fact, boolean full) {
    Text value = full ? kind.words(fact.value()) : kind.shown(fact.value());
    String source = page.t(source(fact.source())) + " · " + page.date(fact.known());
    String until =
        fact.until() == null
            ? ""
            : page.t(" · 有效期至 ", " · valid until ") + page.date(fact.until().minusSeconds(1));
    return new Shown(
        fact.id(),
        page.t(kind.name()),
        page.t(value),
        source + until,
        page.t(sure(fact.confidence())),
        fact.confidence() == Fact.Confidence.CONFIRMED ? Tone.DONE : Tone.PLAIN);
  }

  /** Those that last and those that have ended, oldest first. */
  List<Tie> ties(Page page, Parties.Contents of) {
    return of.relations().stream().map(relation -> tie(page, of.of(), relation)).toList();
  }

  /** As an officer reads them who looked at one side only: whoever is across in part. */
  List<Tie> tiesOfOneSide(Page page, Parties.Contents of) {
    return of.relations().stream()
        .map(
            relation ->
                tie(
                    page,
                    of.of(),
                    relation,
                    parties.nameOf(relation.across(of.of().id())).masked()))
        .toList();
  }

  Tie tie(Page page, PartyName of, Relation relation) {
    return tie(page, of, relation, across(of, relation));
  }

  private Tie tie(Page page, PartyName of, Relation relation, Text across) {
    boolean over = !relation.lasts(time.instant());
    return new Tie(
        relation.id(),
        page.t(across),
        page.t(relation.acrossIs(of.id())),
        source(page, relation) + (over ? ended(page, relation) : ""),
        over,
        !over && relation.kind() != Relation.Kind.AGENT);
  }

  /** In part where a number in a credential led to a person: that alone must not give the name. */
  private Text across(PartyName of, Relation relation) {
    PartyName across = parties.nameOf(relation.across(of.id()));
    boolean byNumber = relation.source().kind() == Fact.Source.Kind.CREDENTIAL;
    return byNumber ? across.masked() : across.name();
  }

  /** Whence and since when a relation is on file. */
  String source(Page page, Relation relation) {
    return page.t(source(relation.source())) + " · " + page.date(relation.since());
  }

  private String ended(Page page, Relation relation) {
    String day = relation.until() == null ? "" : page.date(relation.until());
    Fact.Source by = relation.ending();
    return page.t("；结束于 ", "; ended on ")
        + day
        + (by == null ? "" : page.t("，依据：", ", by ") + page.t(source(by)));
  }

  private Text source(Fact.Source source) {
    return switch (source.kind()) {
      case CREDENTIAL ->
          types.findType(source.name()).map(CredentialType::name).orElse(Text.same(source.name()));
      case CASE -> Text.of("办件 " + source.name(), "Case " + source.name());
      case ACCOUNT -> Text.of("本人填写", "Given by the person");
      case PACK -> Text.of("演示数据（虚构）", "Demo (invented)");
      case OFFICER -> Text.of("工作人员登记", "Entered by an officer");
      case COUNTER -> Text.of("窗口看过证件原件", "The original was shown at the counter");
    };
  }

  private static Text sure(Fact.Confidence how) {
    return switch (how) {
      case CONFIRMED -> Text.of("已核实", "Confirmed");
      case STATED -> Text.of("自报", "Stated");
      case DERIVED -> Text.of("推算", "Derived");
    };
  }
}
