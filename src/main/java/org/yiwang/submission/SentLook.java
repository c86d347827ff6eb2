package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;

/**
 * An officer's look at what was sent (查阅申请), or at a draft that they help with. It concerns whose
 * application it is and, where somebody else sent it for them, that person too: a representative's
 * own name and number stand in a firm's form.
 */
@Component
class SentLook {
  private final AccessLog access;
  private final Parties parties;

  SentLook(AccessLog access, Parties parties) {
    this.access = access;
    this.parties = parties;
  }

  void write(Viewer officer, Case of, Submission sent, Text purpose) {
    String sender = sent.visit() == null ? sent.account() : null;
    write(officer, new Of(of.subject(), sent.party(), sender), purpose);
  }

  /** The same of a draft that its applicant asks about. */
  void write(Viewer officer, DraftHelp help, Text purpose) {
    write(officer, new Of(help.subject(), help.party(), help.account()), purpose);
  }

  /**
   * What was written, for whom and by whom.
   *
   * @param sender the account; null for an officer at the counter, who wrote nothing of their own
   */
  private record Of(String subject, UUID party, @Nullable String sender) {}

  /** In the order of their files: two looks at the same two people never wait for each other. */
  private void write(Viewer officer, Of of, Text purpose) {
    Optional<UUID> sender = Optional.ofNullable(of.sender()).flatMap(parties::findOfAccount);
    Stream.concat(Stream.of(of.party()), sender.stream())
        .distinct()
        .sorted()
        .map(party -> AccessLog.Sight.ofParty(of.subject(), party))
        .forEach(sight -> access.read(officer, sight, purpose));
  }
}
