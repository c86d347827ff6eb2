package org.yiwang.party;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.party.FileGrounds.Ground;

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
    List<Ground> open = listGrounds(viewer, ask.party());
    if (open.isEmpty()) {
      access.readJustified(
          viewer,
          AccessLog.Sight.ofParty(GrowFile.subject(ask.party()), ask.party()),
          reason(viewer, ask));
      return;
    }
    Ground ground = ground(open, ask);
    access.read(
        viewer, AccessLog.Sight.ofParty(ground.subject(), ask.party()), purpose(ground, ask));
  }

  /** The open cases of a party for which this viewer may open its file. */
  List<Ground> listGrounds(Viewer viewer, UUID party) {
    viewer.require(Permission.READ_FILES);
    return grounds.stream().flatMap(one -> one.listOpenCases(party, viewer).stream()).toList();
  }

  /** The one that was named, or the only one: nobody writes down another case than they work on. */
  private static Ground ground(List<Ground> open, FileAsk ask) {
    return open.stream()
        .filter(one -> ask.number() == null ? open.size() == 1 : one.number().equals(ask.number()))
        .findFirst()
        .orElseThrow(PartyRefusals::needsCase);
  }

  /** As the person concerned reads it: for which matter of theirs, and what was seen. */
  private static Text purpose(Ground ground, FileAsk ask) {
    Text of = ground.title();
    return ask.full()
        ? Text.of(
            "办理“" + of.zh() + "”，查看档案完整号码",
            "Working on “" + of.en() + "”: the file, numbers in full")
        : Text.of("办理“" + of.zh() + "”，查看档案", "Working on “" + of.en() + "”: the file");
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
