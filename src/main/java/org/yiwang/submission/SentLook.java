package org.yiwang.submission;

import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;

/**
 * An officer's look at what was sent (查阅申请). It concerns whose application it is and, where
 * somebody else sent it for them, that person too: a representative's own name and number stand in
 * a firm's form.
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
    access.read(officer, AccessLog.Sight.ofParty(of.subject(), sent.party()), purpose);
    if (sent.visit() == null) {
      parties
          .findOfAccount(sent.account())
          .filter(sender -> !sender.equals(sent.party()))
          .map(sender -> AccessLog.Sight.ofParty(of.subject(), sender))
          .ifPresent(sight -> access.read(officer, sight, purpose));
    }
  }
}
