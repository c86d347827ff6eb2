package org.yiwang.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Choice;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.page.Page;
import org.yiwang.page.Photo;
import org.yiwang.page.TimelineEntry;
import org.yiwang.page.Tone;

/** Tells what happened to a case, newest first, with what comes next on top. */
@Component
class TimelineWords {
  private static final Set<String> RAISED = Set.of(CaseEntries.ESCALATED, CaseEntries.OPINION_LATE);

  private final Journal journal;
  private final Lifecycles lifecycles;
  private final CaseNames names;

  TimelineWords(Journal journal, Lifecycles lifecycles, CaseNames names) {
    this.journal = journal;
    this.lifecycles = lifecycles;
    this.names = names;
  }

  /**
   * What stands beside it on the page.
   *
   * @param named account of whoever the page calls by their full name; null for nobody
   */
  record Beside(Map<UUID, Photo> pictures, @Nullable String named) {
    boolean names(Actor actor) {
      return named != null && named.equals(actor.account());
    }
  }

  List<TimelineEntry> of(Page page, Case of, Beside beside) {
    List<TimelineEntry> lines = new ArrayList<>();
    Instant due = of.clocks().stepDue();
    Step step = lifecycles.stepOf(of);
    if (of.position().waiting() && due != null) {
      lines.add(
          TimelineEntry.next(page.t(step.name()), page.t("到期：", "Due: ") + page.dateTime(due)));
    }
    List<Entry> entries = OneLook.once(journal.list(of.subject()));
    for (Entry entry : entries.reversed()) {
      lines.add(line(page, of, entry, beside));
    }
    return lines;
  }

  private TimelineEntry line(Page page, Case of, Entry entry, Beside beside) {
    LifecycleDefinition graph = lifecycles.of(of);
    Actor actor = entry.actor();
    return new TimelineEntry(
        title(page, graph, entry),
        beside.names(actor) && actor.named() ? page.t(actor.name()) : names.actor(page, actor, of),
        page.dateTime(entry.at()),
        note(page, graph, entry),
        photos(entry, beside.pictures()),
        null,
        RAISED.contains(entry.kind()) ? Tone.LATE : Tone.PLAIN);
  }

  private String title(Page page, LifecycleDefinition graph, Entry entry) {
    return switch (entry.kind()) {
      case CaseEntries.OPENED -> opened(page, entry);
      case CaseEntries.IMPORTED -> page.t("从其他系统转入", "Taken over from another system");
      case CaseEntries.JOINED ->
          page.t("并入同一问题的 ", "Joined by ") + Objects.requireNonNull(entry.fact("joined"));
      case CaseEntries.ASKED -> page.t("征求意见：", "Opinion asked of ") + unit(page, entry);
      case CaseEntries.ANSWERED ->
          unit(page, entry) + page.t("：", ": ") + OpinionWords.said(page, entry);
      case CaseEntries.OPINION_LATE ->
          page.t(
                  Objects.requireNonNullElse(entry.fact("says-zh"), "意见逾期"),
                  Objects.requireNonNullElse(entry.fact("says-en"), "An opinion is late"))
              + page.t("：", ": ")
              + unit(page, entry);
      case CaseEntries.ESCALATED ->
          page.t(
              Objects.requireNonNullElse(entry.fact("says-zh"), "升级"),
              Objects.requireNonNullElse(entry.fact("says-en"), "Escalated"));
      case CaseEntries.AT_COUNTER ->
          page.t("窗口代办：", "At the counter: ")
              + page.t(
                  Objects.requireNonNullElse(entry.fact("says-zh"), ""),
                  Objects.requireNonNullElse(entry.fact("says-en"), ""));
      case CaseEntries.MOVED -> moved(page, graph, entry);
      case OneLook.KIND -> seen(page, entry);
      default ->
          page.t(
              Objects.requireNonNullElse(entry.fact("says-zh"), "记录"),
              Objects.requireNonNullElse(entry.fact("says-en"), "Entry"));
    };
  }

  /** A look at something personal, for what it was written down. */
  private static String seen(Page page, Entry entry) {
    String purpose = entry.fact("purpose");
    return purpose == null
        ? page.t("查阅个人信息", "Looked at personal data")
        : page.t("查阅个人信息：", "Looked at personal data: ")
            + page.t(purpose, Objects.requireNonNullElse(entry.fact("purpose-en"), purpose));
  }

  private static String opened(Page page, Entry entry) {
    return entry.fact("parent") == null
        ? page.t("收到", "Received")
        : page.t("收到征求意见，来自 ", "Asked for an opinion on ") + entry.fact("parent");
  }

  private String unit(Page page, Entry entry) {
    return names.unit(page, entry.fact("unit"));
  }

  private static String moved(Page page, LifecycleDefinition graph, Entry entry) {
    Action action = action(graph, entry);
    return action == null ? String.valueOf(entry.fact("action")) : page.t(action.told());
  }

  private static @Nullable Action action(LifecycleDefinition graph, Entry entry) {
    Step from = graph.steps().get(String.valueOf(entry.fact("from")));
    return from == null ? null : from.actions().get(String.valueOf(entry.fact("action")));
  }

  private @Nullable String note(Page page, LifecycleDefinition graph, Entry entry) {
    String words =
        String.join(
            page.t("；", "; "),
            Stream.of(
                    asked(page, entry),
                    when(page, page.t("原上报于 ", "opened there "), entry.fact("opened")),
                    when(page, page.t("原结案于 ", "closed there "), entry.fact("closed")),
                    given(page, graph, entry),
                    reason(page, graph, entry),
                    written(page, entry))
                .filter(Objects::nonNull)
                .toList());
    return words.isEmpty() ? null : words;
  }

  /** In English as well where the program wrote part of it. */
  private static @Nullable String written(Page page, Entry entry) {
    String note = entry.fact("note");
    return note == null
        ? null
        : page.t(note, Objects.requireNonNullElse(entry.fact("note-en"), note));
  }

  /** The number of the opinion's own case. */
  private static @Nullable String asked(Page page, Entry entry) {
    return entry.kind().equals(CaseEntries.ASKED)
        ? page.t("编号 ", "Number ") + entry.fact("child")
        : null;
  }

  /** Times of another system, told when a case was taken over from it. */
  private static @Nullable String when(Page page, String what, @Nullable String instant) {
    return instant == null ? null : what + page.dateTime(Instant.parse(instant));
  }

  private @Nullable String given(Page page, LifecycleDefinition graph, Entry entry) {
    if (entry.fact("other-case") != null) {
      return page.t("并入 ", "Joined to ") + entry.fact("other-case");
    }
    if (entry.fact("rating") != null) {
      return page.t("满意度 ", "Rating ") + entry.fact("rating") + "/5";
    }
    return asksUnit(graph, entry) ? names.unit(page, entry.fact("unit")) : null;
  }

  private static boolean asksUnit(LifecycleDefinition graph, Entry entry) {
    Action action = action(graph, entry);
    return action != null && action.asked().unit() != null;
  }

  private static @Nullable String reason(Page page, LifecycleDefinition graph, Entry entry) {
    Action action = action(graph, entry);
    if (action == null || entry.fact("reason") == null) {
      return null;
    }
    return action.asked().reason().stream()
        .filter(choice -> choice.id().equals(entry.fact("reason")))
        .map(Choice::name)
        .map(page::t)
        .findFirst()
        .orElse(entry.fact("reason"));
  }

  private static List<Photo> photos(Entry entry, Map<UUID, Photo> pictures) {
    return entry.facts().get("photos") instanceof List<?> ids
        ? ids.stream()
            .map(id -> pictures.get(UUID.fromString(id.toString())))
            .filter(Objects::nonNull)
            .toList()
        : List.of();
  }
}
