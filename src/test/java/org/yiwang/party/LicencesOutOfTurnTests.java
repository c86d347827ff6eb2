package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiwang.journal.Actor;

/**
 * In whatever order licences of one firm are issued and taken back, after each step the one
 * represents it whom the latest names that was not taken back as wrong; nobody only if there is
 * none, or it names somebody unknown.
 */
class LicencesOutOfTurnTests extends RelationsFixture {
  private static final String UNKNOWN = "";

  /** Whom three licences name, one after the other. */
  private static final List<List<String>> NAMED =
      List.of(
          List.of("lu", "he", "wu"),
          List.of("lu", "he", "lu"),
          List.of("lu", "lu", "he"),
          List.of("lu", "he", "he"),
          List.of("lu", UNKNOWN, "he"),
          List.of(UNKNOWN, "he", "lu"));

  /** A firm and what was said of it, as plainly as can be. */
  private final class Told {
    private final UUID firm = firm();
    private final List<UUID> licences = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Boolean> gone = new ArrayList<>();
    private final List<Boolean> wrong = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();

    void issue(String name) {
      note("issued " + licences.size() + " for " + (name.isEmpty() ? "somebody unknown" : name));
      licences.add(
          name.isEmpty()
              ? says(firm, LICENCE, Map.of("representative-id", NOBODYS, "representative", "林某"))
              : represents(firm, name));
      names.add(name);
      gone.add(false);
      wrong.add(false);
      check();
    }

    void revoke(int at) {
      note("revoked " + at);
      takeBack(at, TakenBack.wrong(licences.get(at)));
    }

    void replace(int at) {
      note("replaced " + at);
      takeBack(at, TakenBack.replaced(licences.get(at)));
    }

    void correct(int at, String name) {
      issue(name);
      note("corrected " + at);
      takeBack(at, TakenBack.corrected(licences.get(at), licences.getLast()));
    }

    private void takeBack(int at, TakenBack taken) {
      gone.set(at, true);
      wrong.set(at, taken.wrong());
      parties.forgetFrom(taken, Actor.SYSTEM);
      check();
    }

    private void note(String step) {
      story.append(story.isEmpty() ? "" : ", ").append(step);
    }

    @Nullable UUID expected() {
      int last = licences.size() - 1;
      while (last >= 0 && wrong.get(last)) {
        last--;
      }
      return last < 0 || names.get(last).isEmpty() ? null : party(names.get(last));
    }

    private void check() {
      UUID expected = expected();
      assertThat(lasting(firm))
          .as(story.toString())
          .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    List<Integer> left() {
      return IntStream.range(0, licences.size()).filter(at -> !gone.get(at)).boxed().toList();
    }
  }

  private static <T> List<List<T>> orders(List<T> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      List<T> rest = new ArrayList<>(of);
      T first = rest.remove(i);
      for (List<T> order : orders(rest)) {
        List<T> one = new ArrayList<>(List.of(first));
        one.addAll(order);
        all.add(one);
      }
    }
    return all;
  }

  /** The first one stays, was replaced, or was wrong too; another one comes in between. */
  @Test
  void twoWrongOnesInAnyOrderWithATrueOneInBetween() {
    Consumer<Told> second = told -> told.revoke(1);
    Consumer<Told> third = told -> told.revoke(2);
    Consumer<Told> another = told -> told.issue("li");
    Consumer<Told> replaced = told -> told.replace(0);
    Consumer<Told> revoked = told -> told.revoke(0);
    List<List<Consumer<Told>>> all = new ArrayList<>(orders(List.of(second, third)));
    all.addAll(orders(List.of(second, third, another)));
    all.addAll(orders(List.of(second, third, another, replaced)));
    all.addAll(orders(List.of(second, third, another, revoked)));
    for (List<String> names : NAMED) {
      for (List<Consumer<Told>> order : all) {
        var told = new Told();
        names.forEach(told::issue);
        order.forEach(step -> step.accept(told));
      }
    }
  }

  /** Licences of all kinds of names, wrong, replaced and corrected ones, as chance will have it. */
  @Test
  void whateverComesAfterWhatever() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var told = new Told();
      for (int step = 0; step < 12; step++) {
        List<Integer> left = told.left();
        String name = List.of("lu", "he", "wu", UNKNOWN).get(random.nextInt(4));
        int what = left.isEmpty() ? 0 : random.nextInt(5);
        int at = left.isEmpty() ? 0 : left.get(random.nextInt(left.size()));
        switch (what) {
          case 0, 1 -> told.issue(name);
          case 2 -> told.replace(at);
          case 3 -> told.correct(at, name);
          default -> told.revoke(at);
        }
      }
    }
  }
}
