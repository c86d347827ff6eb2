package org.yiwang.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
  private static final String AGENT = "agent-zh";
  private static final String AGENT_EN = "agent-en";
  private static final String BY_LAW = "agent-by-law";
  private static final String SINCE = "agent-since";

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(AGENT, agent.zh());
    facts.put(AGENT_EN, agent.en());
    facts.put(BY_LAW, String.valueOf(byLaw));
    facts.put(SINCE, since.toString());
    return facts;
  }

  static @Nullable OnBehalf of(Entry look) {
    String agent = look.fact(AGENT);
    String since = look.fact(SINCE);
    return agent == null || since == null
        ? null
        : new OnBehalf(
            Text.of(agent, Objects.requireNonNullElse(look.fact(AGENT_EN), agent)),
            Boolean.parseBoolean(look.fact(BY_LAW)),
            Instant.parse(since));
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
