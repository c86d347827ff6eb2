package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Units;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.party.Mandate;
import org.yiwang.party.Parties;

/** Says in words who does something for whom, and by what (代办说明). */
@Component
class ActingWords {
  private final Parties parties;
  private final Accounts accounts;
  private final VisitStore visits;
  private final Units units;

  ActingWords(Parties parties, Accounts accounts, VisitStore visits, Units units) {
    this.visits = visits;
    this.units = units;
    this.parties = parties;
    this.accounts = accounts;
  }

  /** By what somebody acts. */
  static String basis(Page page, Acting.For one) {
    if (one.atCounter()) {
      return page.t("窗口代收，本人已同意", "at the counter, with their consent");
    }
    Mandate under = one.under();
    if (under == null || under.basis() == Mandate.Basis.RELATION) {
      return page.t("法定代表人", "as legal representative");
    }
    return under.until() == null
        ? page.t("依据授权", "under a mandate")
        : page.t("依据授权，至 " + under.until(), "under a mandate until " + under.until());
  }

  /** For whom a draft is; null for oneself. */
  static @Nullable String of(Page page, Acting.For one) {
    return one.own()
        ? null
        : page.t(
            "为 " + one.party().name().zh() + " 办（" + basis(page, one) + "）",
            "For " + one.party().name().en() + " (" + basis(page, one) + ")");
  }

  /** Who sent an application for whom; null if the party itself did. */
  @Nullable String of(Page page, Submission sent) {
    Text counter = counter(sent);
    if (counter != null) {
      return page.t(counter);
    }
    if (parties.findAccount(sent.party()).filter(sent.account()::equals).isPresent()) {
      return null;
    }
    String agent = agent(sent).map(account -> page.t(account.name())).orElse("");
    String party = parties.findName(sent.party()).map(name -> page.t(name.name())).orElse("");
    return sent.mandate() == null
        ? page.t(
            agent + " 作为法定代表人为 " + party + " 办",
            "By " + agent + " for " + party + ", as legal representative")
        : page.t(
            agent + " 依据授权为 " + party + " 代办",
            "By " + agent + " for " + party + ", under a mandate");
  }

  /** Where it was taken in at the counter; null if it was not. */
  @Nullable Text counter(Submission sent) {
    if (sent.visit() == null) {
      return null;
    }
    String unit = visits.find(sent.visit()).map(CounterVisit::unit).orElse(null);
    Text name = VisitView.unit(units, unit);
    return Text.of(
        "由" + name.zh() + "在窗口代收，本人到场同意",
        "Taken in at the counter by " + name.en() + ", with the person's consent");
  }

  private Optional<Account> agent(Submission sent) {
    return accounts.findAccount(UUID.fromString(sent.account()));
  }
}
