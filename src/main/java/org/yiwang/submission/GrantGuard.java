package org.yiwang.submission;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Nothing is granted while a paper is missing, unless the matter allows it (容缺不容缺办结). */
@Component
class GrantGuard {
  private final OwedStore store;
  private final Matters matters;

  GrantGuard(OwedStore store, Matters matters) {
    this.store = store;
    this.matters = matters;
  }

  /**
   * @throws RefusedException INVALID naming what is missing
   */
  void check(Submission sent, String id) {
    Matter matter = matters.getMatter(id);
    List<Owed> missing =
        store.list(sent.id()).stream()
            .filter(owed -> owed.open() && owed.promise() == null && blocks(matter, owed))
            .toList();
    if (!missing.isEmpty()) {
      throw new RefusedException(missing.stream().map(GrantGuard::refusal).toList());
    }
  }

  private static boolean blocks(Matter matter, Owed owed) {
    return matter.evidence().stream()
        .filter(one -> one.id().equals(owed.evidence()))
        .anyMatch(one -> !one.missingRule().granting());
  }

  private static Refusal refusal(Owed owed) {
    return Refusal.of(
        Refusal.Kind.INVALID,
        "paper-still-missing",
        Text.of(
            "“" + owed.name().zh() + "”还没有补交，现在不能准予。",
            "“" + owed.name().en() + "” has not been handed in; this cannot be granted yet."),
        Text.of("请等补交，或逐项告知补正。", "Wait for it, or ask for what is missing."));
  }
}
