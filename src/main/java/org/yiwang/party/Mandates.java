package org.yiwang.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Guesses;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Mandate.Basis;
import org.yiwang.party.Mandate.State;

/**
 * The door to mandates (代办授权): who may act for whom, in which matters, until when. A legal
 * representative acts for the firm without one. To apply on behalf of somebody:
 *
 * <ol>
 *   <li>{@link #listActingFor} gives the parties to choose from, beside oneself;
 *   <li>{@link #mayAct} is asked again when the form comes in, with the matter's id;
 *   <li>{@link #findFor} names the mandate, to be written down with what was done.
 * </ol>
 */
@Component
public class Mandates {
  private static final Text INSTEAD =
      Text.of(
          "也可以请对方给您授权，或一起到窗口办。", "Or let them give you a mandate, or come to a window together.");

  private final MandateStore store;
  private final GiveMandate give;
  private final FindParty find;
  private final MandateView views;
  private final Guesses guesses;
  private final DistrictTime time;

  Mandates(
      MandateStore store,
      GiveMandate give,
      FindParty find,
      MandateView views,
      Guesses guesses,
      DistrictTime time) {
    this.store = store;
    this.give = give;
    this.find = find;
    this.views = views;
    this.guesses = guesses;
    this.time = time;
  }

  /**
   * By what this person acts for others today: first the firms they represent, then mandates. Each
   * names its principal and its matters (none for all).
   */
  public List<Mandate> listActingFor(Viewer viewer) {
    if (!viewer.signedIn()) {
      return List.of();
    }
    UUID self = give.self(viewer);
    Stream<Mandate> given = store.listGiven(self, time.today()).stream().map(views::of);
    return Stream.concat(views.representations(self).stream(), given).toList();
  }

  /** Whether this person may act for that party in that matter now; for oneself always. */
  public boolean mayAct(Viewer viewer, UUID party, String matter) {
    return viewer.signedIn()
        && (give.self(viewer).equals(party) || findFor(viewer, party, matter).isPresent());
  }

  /** By what this person may act for that party in that matter now; empty also for oneself. */
  public Optional<Mandate> findFor(Viewer viewer, UUID party, String matter) {
    return listActingFor(viewer).stream()
        .filter(mandate -> mandate.principal().id().equals(party) && mandate.covers(matter))
        .findFirst();
  }

  /**
   * Whether a mandate still stands; until the transaction of the caller ends it cannot end.
   *
   * @param id as {@link Mandate#id()} says it
   */
  public boolean hold(UUID id) {
    return store.hold(id);
  }

  /** Whether this person stands for that party in all: is it, or is its legal representative. */
  public boolean standsFor(Viewer viewer, UUID party) {
    return viewer.signedIn() && give.authority(viewer, party).isPresent();
  }

  /** A mandate in which the person stands on either side, also for a firm. */
  public Optional<Mandate> find(UUID id, Viewer viewer) {
    return store
        .find(id)
        .filter(row -> concerns(row, viewer))
        .map(row -> seen(row, give.self(viewer)));
  }

  private Mandate seen(MandateStore.Row row, UUID self) {
    return self.equals(row.agent()) ? views.forAgent(row) : views.of(row);
  }

  /** All mandates of a person on either side, also for firms, whatever became of them. */
  public List<Mandate> list(Viewer viewer) {
    UUID self = give.self(viewer);
    List<UUID> mine = new ArrayList<>(List.of(self));
    views.representations(self).forEach(firm -> mine.add(firm.principal().id()));
    return store.list(mine).stream().map(row -> seen(row, self)).toList();
  }

  /**
   * Whom somebody names: by account, by a whole identifier, or by name with the last four digits of
   * a telephone or identity number. Shows nothing of them.
   */
  @Transactional
  public Optional<UUID> findParty(String named, String lastFour) {
    return find.find(named, lastFour);
  }

  /**
   * Whether it is a number of that party's document or licence, whole or its last four characters;
   * telephone numbers do not count.
   */
  public boolean isNumberOf(UUID party, String typed) {
    return find.isNumberOf(party, typed);
  }

  /**
   * The principal, or its legal representative, gives a mandate.
   *
   * @throws RefusedException FORBIDDEN for anybody else, INVALID if something is wrong with it
   */
  @Transactional
  public Mandate give(Viewer viewer, NewMandate mandate) {
    return views.of(give.give(viewer, mandate));
  }

  /** An officer gives it at a window, having seen both and their papers. */
  @Transactional
  public Mandate giveAtWindow(Viewer officer, NewMandate mandate) {
    officer.require(Permission.CONFIRM_MANDATES);
    return views.of(give.write(officer, mandate, Basis.WINDOW));
  }

  /**
   * The agent asks; nothing may be done by it until the principal confirms.
   *
   * @throws RefusedException INVALID if something is wrong with it or too many are unanswered
   */
  @Transactional
  public Mandate ask(Viewer viewer, NewMandate mandate) {
    return views.of(give.ask(viewer, mandate, null));
  }

  /**
   * The agent asks by what they know of the other. The answer is the same whether there is such a
   * party or not, and until the other says yes nothing but what was typed is shown.
   *
   * @throws RefusedException INVALID if something is wrong with it or too many are unanswered;
   *     TOO_MANY if the same one was asked for too often, by whomever
   */
  @Transactional
  public Mandate ask(Viewer viewer, AskedMandate asked) {
    String named = asked.named().strip();
    guesses.count("asked:" + FactStore.normal(named), INSTEAD);
    UUID self = give.self(viewer);
    UUID other = find.find(named, asked.lastFour()).orElseGet(() -> give.nobody(named));
    NewMandate mandate = new NewMandate(other, self, asked.matters(), asked.until());
    return views.forAgent(give.ask(viewer, mandate, named));
  }

  /**
   * Counts that somebody names an agent; after a few wrong ones the name has to wait, whoever
   * writes it.
   *
   * @throws RefusedException TOO_MANY while it has to wait
   */
  public void countNaming(String named) {
    guesses.count("agent:" + FactStore.normal(named), INSTEAD);
  }

  /** The one named was found: what was counted before is forgotten. */
  public void namedRightly(String named) {
    guesses.right("agent:" + FactStore.normal(named));
  }

  /**
   * The principal, or its legal representative, says yes.
   *
   * @throws RefusedException MISSING to anybody else, OUTDATED if it was answered before
   */
  @Transactional
  public Mandate confirm(Viewer viewer, UUID id) {
    give.confirm(viewer, id);
    return views.of(store.find(id).orElseThrow());
  }

  /**
   * Either side ends it at once; of an unanswered one this is a no.
   *
   * @throws RefusedException MISSING to anybody else, OUTDATED if it has ended before
   */
  @Transactional
  public void revoke(Viewer viewer, UUID id) {
    MandateStore.Row row =
        store
            .find(id)
            .filter(one -> concerns(one, viewer))
            .orElseThrow(PartyRefusals::mandateMissing);
    give.end(GiveMandate.actor(viewer), row, row.given() == null ? State.DECLINED : State.REVOKED);
  }

  /** Ends mandates whose last day is over and writes that down; returns how many. */
  @Transactional
  public int endOver() {
    return give.endOver();
  }

  /**
   * Ends what a representative gave who represents the firm no more; returns how many. They end
   * together with the relation: these are left from versions that did not know who gave them.
   */
  @Transactional
  public int endBaseless() {
    return give.endBaseless();
  }

  private boolean concerns(MandateStore.Row row, Viewer viewer) {
    return viewer.signedIn()
        && (give.self(viewer).equals(row.agent())
            || give.authority(viewer, row.principal()).isPresent());
  }
}
