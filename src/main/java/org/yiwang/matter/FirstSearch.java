package org.yiwang.matter;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Language;

/**
 * Searches once soon after the start (检索预热), so that the first person who looks for something does
 * not wait for the index and the Chinese dictionary. Not at the start: the first pages come first.
 */
@Component
class FirstSearch {
  private final Matters matters;

  FirstSearch(Matters matters) {
    this.matters = matters;
  }

  @Scheduled(initialDelayString = "PT8S")
  void search() {
    matters.listMatters().stream()
        .findFirst()
        .ifPresent(
            matter -> {
              matters.search(matter.name().zh(), Language.ZH, 1);
              matters.search(matter.name().en(), Language.EN, 1);
            });
  }
}
