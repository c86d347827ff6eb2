package org.yiwang.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.rule.Condition;

/**
 * The door of casework (办件): open cases, move them, find, list and count them. Nothing else writes
 * to a case, and nothing shows a case past {@link CaseScope}.
 */
@Component
public class Cases {
  private final OpenCase openCase;
  private final AdoptCases adoptCases;
  private final NearCases nearCases;
  private final ActOnCase actOnCase;
  private final CaseStore store;
  private final CaseQueries queries;
  private final Queues queues;
  private final CaseMoves moves;
  private final Journal journal;
  private final Units units;

  Cases(
      OpenCase openCase,
      AdoptCases adoptCases,
      NearCases nearCases,
      ActOnCase actOnCase,
      CaseStore store,
      CaseQueries queries,
      Queues queues,
      CaseMoves moves,
      Journal journal,
      Units units) {
    this.openCase = openCase;
    this.adoptCases = adoptCases;
    this.nearCases = nearCases;
    this.actOnCase = actOnCase;
    this.store = store;
    this.queries = queries;
    this.queues = queues;
    this.moves = moves;
    this.journal = journal;
    this.units = units;
  }

  /** Opens a case; the one already there if its external key is known. */
  public Case open(NewCase command) {
    return openCase.open(command);
  }

  /**
   * Takes over cases that another system kept, in one transaction; for each its new number, or null
   * where its external key is known already.
   */
  public List<@Nullable String> adopt(List<OldCase> cases) {
    return adoptCases.adopt(cases);
  }

  /** Cases reported from an account, newest first, at most 100. */
  public List<Case> listReportedBy(String account) {
    return store.listReportedBy(account);
  }

  /** Cases in which that party is concerned, newest first, at most 100, whoever asks. */
  public List<Case> listOf(UUID party) {
    return store.listOf(party);
  }

  /**
   * How many were opened and closed by category since then, in the whole district, for everyone;
   * counted as on a board, so that both say the same.
   */
  public List<CategoryFigures> figures(Instant since) {
    return queries.figures(since);
  }

  /** Open cases of a category within so many metres, nearest first, whoever asks. */
  public List<Case> listNear(String category, double lon, double lat, double metres) {
    return nearCases.list(category, lon, lat, metres);
  }

  /**
   * Does one action on one case, wholly or not at all.
   *
   * @throws RefusedException FORBIDDEN, OUTDATED, MISSING or INVALID, each with a sentence
   */
  public Case act(Move move, Mover mover) {
    return actOnCase.act(move, mover);
  }

  /**
   * Writes into a case that something was done at the counter that moved it not (窗口代办); in the
   * transaction of what was done.
   *
   * @param actor the officer, or the program where it was done before the case began
   */
  public void append(String number, AtCounter done, Actor actor) {
    journal.append(CaseEntries.atCounter(number, done, actor));
  }

  /** Does one action for an officer on a case within reach; MISSING for any other. */
  Case act(Move move, Viewer officer) {
    return actOnCase.act(move, officer);
  }

  /** A case by number whoever asks: only for callers that check themselves who may see it. */
  public Optional<Case> find(String number) {
    return store.find(number);
  }

  /** A case within what the viewer may see; empty also for one that is out of reach. */
  public Optional<Case> find(String number, Viewer viewer) {
    return store.find(number).filter(found -> CaseScope.covers(viewer, found));
  }

  /**
   * A case within what the viewer may see.
   *
   * @throws RefusedException MISSING, also for a case that exists but is out of reach
   */
  public Case get(String number, Viewer viewer) {
    return find(number, viewer).orElseThrow(() -> CaseRefusals.missing(number));
  }

  /** Cases that belong to this one, whoever asks: the opinions asked of units, oldest first. */
  public List<Case> listChildren(String number) {
    return store.listChildren(number);
  }

  /**
   * A case whose facts the viewer may read: within reach, or asked for an opinion on it that is
   * within reach. Reading is all that this allows.
   *
   * @throws RefusedException MISSING, also for a case that exists but is out of reach
   */
  public Case getToRead(String number, Viewer viewer) {
    return store
        .find(number)
        .filter(
            found ->
                CaseScope.covers(viewer, found)
                    || listChildren(number).stream()
                        .anyMatch(child -> CaseScope.covers(viewer, child)))
        .orElseThrow(() -> CaseRefusals.missing(number));
  }

  public CasePage list(CaseFilter filter, Sorting sorting, Viewer viewer) {
    return queries.list(filter, sorting, viewer);
  }

  public long count(CaseFilter filter, Viewer viewer) {
    return queries.count(filter, viewer);
  }

  /** What waits, for a desk or a board. */
  public DeskCounts desk(Viewer viewer) {
    return queries.desk(viewer);
  }

  /** Viewers with equal keys have equal counts, so that one question answers them all. */
  public Object countsAlike(Viewer viewer) {
    return List.of(
        viewer.roles(),
        viewer.permissions(),
        viewer.reachByRole(),
        viewer.reach(),
        queues.isPersonal(viewer) ? String.valueOf(viewer.account()) : "");
  }

  /** The next case for this viewer to take: the most urgent that waits and is free. */
  public Optional<Case> findNext(Viewer viewer) {
    return queries.findNext(viewer);
  }

  /** Counts by the values of one column, largest first. */
  public Map<String, Long> countBy(Breakdown by, CaseFilter filter, Viewer viewer) {
    return queries.countBy(by, filter, viewer);
  }

  /** The actions that this person may take now. */
  public List<Offer> offers(Case of, Mover mover) {
    return moves.offers(of, mover);
  }

  /** All that happened to a case, oldest first. */
  public List<Entry> history(Case of) {
    return journal.list(of.subject());
  }

  /** Whether what was asked for has been granted (准予). */
  public boolean granted(Case of) {
    return moves.graph(of).step(of.position().step()).granted();
  }

  /** Whether a case that is closed may be opened again, as by an objection (可以恢复办理). */
  public boolean mayComeBack(Case of) {
    return of.clocks().closed() != null
        && LifecycleReach.leadsToOpen(moves.graph(of), of.position().step());
  }

  /** Whether this move opened a case that was closed (恢复办理). */
  public boolean cameBack(CaseMoved moved) {
    return moved.now().clocks().closed() == null
        && !moved.from().isEmpty()
        && moves.graph(moved.now()).step(moved.from()).closed();
  }

  /** Roles that act in the newest version of a lifecycle. */
  public Set<String> rolesOf(String application, String lifecycle) {
    return moves.rolesOf(application, lifecycle);
  }

  /** The way of a case as readers see it. */
  public CaseWay way(Case of) {
    return CaseWay.of(moves.graph(of), of);
  }

  /** What whoever reported may read of its history, oldest first. */
  public List<PublicLine> publicHistory(Case of) {
    return PublicHistory.of(
        moves.graph(of),
        history(of),
        id -> units.findUnit(id).map(Unit::name).orElseGet(() -> Text.same(id)));
  }

  /** Lifecycles a pack declares, as {@code application/id}, for checks by other modules. */
  public static Set<String> lifecyclesIn(PackReading pack) {
    return pack.list(CaseworkPackPart.LIFECYCLES).stream()
        .map(defined -> defined.application() + "/" + defined.id())
        .collect(Collectors.toSet());
  }

  /**
   * Actions that the program itself may do with a case that was just opened, for checks by other
   * modules; none where there is no such lifecycle.
   */
  public static Set<String> programActionsIn(PackReading pack, String application, String id) {
    return pack.list(CaseworkPackPart.LIFECYCLES).stream()
        .filter(defined -> defined.application().equals(application) && defined.id().equals(id))
        .map(Defined::value)
        .flatMap(graph -> Stream.ofNullable(graph.steps().get(graph.start())))
        .flatMap(step -> step.actions().entrySet().stream())
        .filter(action -> action.getValue().by().contains(MovePolicies.SYSTEM))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Conditions of one lifecycle's opinions, for checks by whoever knows the answers. */
  public static List<Condition> conditionsIn(
      PackReading pack, String application, String lifecycle) {
    return pack.list(CaseworkPackPart.LIFECYCLES).stream()
        .filter(defined -> defined.application().equals(application))
        .filter(defined -> defined.id().equals(lifecycle))
        .flatMap(defined -> defined.value().steps().values().stream())
        .flatMap(step -> Stream.ofNullable(step.parallel()))
        .flatMap(parallel -> parallel.opinions().stream())
        .flatMap(opinion -> Stream.ofNullable(opinion.when()))
        .toList();
  }

  /** Actions of an application's lifecycles, for checks by other modules. */
  public static Set<String> actionsIn(PackReading pack, String application) {
    return pack.list(CaseworkPackPart.LIFECYCLES).stream()
        .filter(defined -> defined.application().equals(application))
        .flatMap(defined -> defined.value().steps().values().stream())
        .flatMap(step -> step.actions().keySet().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Open steps before the grant in which the program cannot end a case by that action, for checks
   * by other modules; none where there is no such lifecycle.
   */
  public static List<String> stepsNotEnding(
      PackReading pack, String application, String lifecycle, String action) {
    return pack.list(CaseworkPackPart.LIFECYCLES).stream()
        .filter(defined -> defined.application().equals(application))
        .filter(defined -> defined.id().equals(lifecycle))
        .map(Defined::value)
        .flatMap(
            graph ->
                LifecycleReach.openBeforeGrant(graph).stream()
                    .filter(step -> !LifecycleReach.programEnds(graph, step, action)))
        .toList();
  }

  /** Actions of one lifecycle, for checks by other modules; none if there is no such lifecycle. */
  public static Set<String> actionsIn(PackReading pack, String application, String lifecycle) {
    return pack.list(CaseworkPackPart.LIFECYCLES).stream()
        .filter(defined -> defined.application().equals(application))
        .filter(defined -> defined.id().equals(lifecycle))
        .flatMap(defined -> defined.value().steps().values().stream())
        .flatMap(step -> step.actions().keySet().stream())
        .collect(Collectors.toSet());
  }
}
