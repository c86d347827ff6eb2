package org.yiwang.party;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;

/**
 * Lets an officer into a file (调档), or not: the one place where this is decided and written down.
 */
@Component
class ReadFile {
  private static final int SHORTEST_REASON = 6;

  private final PartyStore store;
  private final List<FileGrounds> grounds;
  private final AccessLog access;

  ReadFile(PartyStore store, List<FileGrounds> grounds, AccessLog access) {
    this.store = store;
    this.grounds = grounds;
    this.access = access;
  }

  void admit(Viewer viewer, FileAsk ask) {
    viewer.require(Permission.READ_FILES);
    if (ask.full()) {
      viewer.require(Permission.UNMASK);
    }
    if (store.findName(ask.party()).isEmpty()) {
      throw PartyRefusals.fileMissing();
    }
    Optional<String> ground = ground(viewer, ask.party());
    if (ground.isPresent()) {
      Text purpose =
          ask.full()
              ? Text.of("办理中，查看档案完整号码", "Working on a case: the file, numbers in full")
              : Text.of("办理中，查看档案", "Working on a case: the file");
      access.read(viewer, AccessLog.Sight.ofParty(ground.get(), ask.party()), purpose);
    } else {
      access.readJustified(
          viewer,
          AccessLog.Sight.ofParty(GrowFile.subject(ask.party()), ask.party()),
          reason(viewer, ask));
    }
  }

  private Optional<String> ground(Viewer viewer, UUID party) {
    return grounds.stream().flatMap(one -> one.findOpenCase(party, viewer).stream()).findFirst();
  }

  private static String reason(Viewer viewer, FileAsk ask) {
    if (!viewer.may(Permission.READ_WITHOUT_CASE)) {
      throw PartyRefusals.noCase();
    }
    String why = ask.why() == null ? "" : ask.why().strip();
    if (why.codePointCount(0, why.length()) < SHORTEST_REASON) {
      throw PartyRefusals.needsReason();
    }
    return why.substring(0, Math.min(why.length(), 500));
  }
}
