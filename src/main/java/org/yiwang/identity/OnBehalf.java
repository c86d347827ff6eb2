package org.yiwang.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.journal.Entry;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/**
 * Who looked for whom they act, and by what (代办查阅). Unlike an officer, whose unit and role are
 * told, an agent is named: both sides of a mandate know each other's name already.
 *
 * @param byLaw whether as a firm's legal representative; by a mandate if not
 * @param since when the mandate was given, or the representation began
 */
public record OnBehalf(Text agent, boolean byLaw, Instant since) {
  private static final String BY_LAW = "agent-by-law";
  private static final String SINCE = "agent-since";

  /** The name stands with who did it, which a receipt can leave out, and not among the facts. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(BY_LAW, String.valueOf(byLaw));
    facts.put(SINCE, since.toString());
    return facts;
  }

  static @Nullable OnBehalf of(Entry look) {
    String since = look.fact(SINCE);
    return since == null
        ? null
        : new OnBehalf(
            look.actor().name(), Boolean.parseBoolean(look.fact(BY_LAW)), Instant.parse(since));
  }

  /** The same, with another name for whoever may not read the whole. */
  public OnBehalf named(Text name) {
    return new OnBehalf(name, byLaw, since);
  }

  /** Who, and by what, for the person concerned. */
  public String words(Page page) {
    String by =
        byLaw
            ? page.t("法定代表人", "legal representative")
            : page.t(
                "代办人，凭 " + page.date(since) + " 的授权", "under the mandate of " + page.date(since));
    return page.t(agent) + page.t("（" + by + "）", ", " + by);
  }
}
