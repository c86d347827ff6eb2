package org.yiwang.credential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.credential.CredentialsFile.Sample;
import org.yiwang.identity.Accounts;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.party.Parties;

/** Issues the pack's invented credentials to the demo's people and firms, once. */
@Component
@Order(20)
class DemoCredentials implements ApplicationRunner {
  private final District district;
  private final Credentials credentials;
  private final Accounts accounts;
  private final Parties parties;
  private final TransactionOperations transaction;
  private final boolean demo;

  DemoCredentials(
      District district,
      Credentials credentials,
      Accounts accounts,
      Parties parties,
      TransactionOperations transaction,
      @Value("${yiwang.demo:false}") boolean demo) {
    this.district = district;
    this.credentials = credentials;
    this.accounts = accounts;
    this.parties = parties;
    this.transaction = transaction;
    this.demo = demo;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (demo) {
      for (Defined<CredentialsFile> file : district.list(CredentialPackPart.CREDENTIALS)) {
        file.value().samples().forEach(this::issue);
      }
    }
  }

  private void issue(Sample sample) {
    holder(sample)
        .ifPresent(party -> transaction.executeWithoutResult(state -> once(sample, party)));
  }

  private Optional<UUID> holder(Sample sample) {
    return sample.party() != null
        ? parties.findDemoFirm(sample.party())
        : accounts
            .findByLogin(String.valueOf(sample.account()))
            .map(account -> parties.ofAccount(account.id().toString(), account.name().zh()));
  }

  private void once(Sample sample, UUID party) {
    List<Credential> held = credentials.usable(party, sample.type());
    held.forEach(one -> credentials.tellInvented(one));
    if (held.isEmpty()) {
      credentials.issueInvented(
          new NewCredential(sample.type(), party, sample.claims(), null, "DEMO", Actor.SYSTEM));
    }
  }
}
