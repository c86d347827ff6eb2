package org.yiwang.credential;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.credential.CredentialType.Claim;
import org.yiwang.credential.CredentialType.Kind;
import org.yiwang.pack.Text;

/**
 * Turns a checked paper into a credential (材料入库): it says what the paper is, who checked it and
 * when, until when it counts, and the hash of the file, which is kept sealed beside it.
 */
@Component
class KeepPaper {
  static final String TYPE = "checked-document";
  private static final Text NAME = Text.of("已核材料", "Checked document");
  private static final List<Claim> CLAIMS =
      List.of(
          claim("title", "材料名称", "What it is", Kind.TEXT),
          claim("checked-on", "核对日期", "Checked on", Kind.DATE),
          claim("checked-by", "核对人", "Checked by", Kind.TEXT),
          claim("sha-256", "文件摘要", "SHA-256 of the file", Kind.TEXT));

  private final IssueCredential issue;
  private final CredentialStore store;
  private final DistrictTime time;

  KeepPaper(IssueCredential issue, CredentialStore store, DistrictTime time) {
    this.issue = issue;
    this.store = store;
    this.time = time;
  }

  private static Claim claim(String id, String zh, String en, Kind kind) {
    return new Claim(id, Text.of(zh, en), kind, true, false);
  }

  /** The type as each unit issues it. */
  static CredentialType type(String unit) {
    return type(unit, null);
  }

  private static CredentialType type(String unit, @Nullable TimeLimit valid) {
    return new CredentialType(TYPE, NAME, unit, CLAIMS, valid, null, null);
  }

  Credential keep(CheckedPaper paper) {
    Map<String, String> claims =
        Map.of(
            "title",
            paper.title(),
            "checked-on",
            time.today().toString(),
            "checked-by",
            paper.by().name().zh(),
            "sha-256",
            HexFormat.of().formatHex(Letters.sha256(paper.file())));
    Credential kept =
        issue.issue(
            new NewCredential(TYPE, paper.holder(), claims, null, paper.caseNumber(), paper.by()),
            type(paper.unit(), paper.valid()));
    store.insertPaper(kept.id(), paper.media(), paper.file());
    return kept;
  }
}
