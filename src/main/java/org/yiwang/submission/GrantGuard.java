package org.yiwang.submission;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Nothing is granted while a paper is missing, unless the matter allows it (容缺不容缺办结), and nobody is
 * granted a second one of what everybody has once (每人一份): a refused application may be won by
 * objection after another one was granted.
 */
@Component
class GrantGuard {
  private final OwedStore store;
  private final Matters matters;
  private final EarlierApplications earlier;

  GrantGuard(OwedStore store, Matters matters, EarlierApplications earlier) {
    this.store = store;
    this.matters = matters;
    this.earlier = earlier;
  }

  /**
   * @throws RefusedException INVALID naming what is missing, or the one that counts already
   */
  void check(Submission sent, String id) {
    List<Refusal> against = listAgainst(sent, matters.getMatter(id));
    if (!against.isEmpty()) {
      throw new RefusedException(against);
    }
  }

  /** All that stands against granting it now. */
  List<Refusal> listAgainst(Submission sent, Matter matter) {
    Stream<Refusal> missing =
        store.list(sent.id()).stream()
            .filter(owed -> owed.open() && owed.promise() == null && blocks(matter, owed))
            .map(GrantGuard::missing);
    return Stream.concat(missing, earlier.findOther(sent, matter).map(GrantGuard::second).stream())
        .toList();
  }

  private static boolean blocks(Matter matter, Owed owed) {
    return matter.evidence().stream()
        .filter(one -> one.id().equals(owed.evidence()))
        .anyMatch(one -> !one.missingRule().granting());
  }

  private static Refusal missing(Owed owed) {
    return Refusal.of(
        Refusal.Kind.INVALID,
        "paper-still-missing",
        Text.of(
            "“" + owed.name().zh() + "”还没有补交，现在不能准予。",
            "“" + owed.name().en() + "” has not been handed in; this cannot be granted yet."),
        Text.of("请等补交，或逐项告知补正。", "Wait for it, or ask for what is missing."));
  }

  private static Refusal second(EarlierApplications.Earlier other) {
    Text name = other.matter().name();
    return Refusal.of(
        Refusal.Kind.INVALID,
        "granted-before",
        Text.of(
            "申请人已经有一份有效的“%s”（%s），每人只有一份。".formatted(name.zh(), other.number()),
            "The applicant has “%s” already, and it counts (%s); everybody has it once."
                .formatted(name.en(), other.number())),
        Text.of(
            "请打开那一件看一看：那一份不该有的，先撤销再准予；该有的，请不予或维持不予，并写明原因。",
            "Open that one first: if it should not be, have it revoked, then grant this; otherwise"
                + " refuse or keep the refusal, and say why."));
  }
}
