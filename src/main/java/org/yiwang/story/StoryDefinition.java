package org.yiwang.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/**
 * {@code stories/*.yaml}: an acceptance story (验收故事). On a date, given what has happened, when
 * somebody does something, then everybody sees what they should. Stories are run through the whole
 * program, each beginning with an empty desk, with the clock in their hand.
 *
 * @param covers acceptance stories or seed rows it fulfils, e.g. {@code A05}
 * @param language in which its people read pages and are told, and in which it says what they see;
 *     if absent they read Chinese, and what is expected may stand in either language
 * @param on the day it begins, in the district's time
 * @param given scenes before the story, in which nothing need be expected
 */
record StoryDefinition(
    String id,
    Text name,
    List<String> covers,
    @Nullable Language language,
    LocalDate on,
    List<Scene> given,
    List<Scene> scenes) {

  /**
   * One moment of the story.
   *
   * @param at when; until then time passes and the program's timers run. At once if absent
   * @param when what somebody does; absent when only time passes
   * @param atOnce what several people do at the same instant, all from the same page
   * @param allButOneRefused with {@code at-once}: one is done, the others are refused with this
   * @param then what everybody sees afterwards
   */
  record Scene(
      @Nullable Moment at,
      @Nullable Deed when,
      List<Deed> atOnce,
      @Nullable String allButOneRefused,
      List<Sight> then) {}
}
