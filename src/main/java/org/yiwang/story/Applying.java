package org.yiwang.story;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application (申报), filled in page by page until it is sent.
 *
 * @param forWhom the person or firm it is for, by the name among which the page lets choose
 * @param takenIn true: an officer fills it in for whoever stands at the counter and has agreed
 * @param code that was scanned to begin it
 * @param prefilled questions that are answered already, and the credential, account or code from
 *     which
 * @param answers by question; a choice by its id or by what stands on the page; where a file is
 *     asked for, a photo is given
 * @param takes names of people whom the page offers and who are taken over as rows, by question
 * @param rows answers of questions that repeat
 * @param papers how each paper is given; what is not named stays as the page proposes it
 * @param tries wrong answers that are refused before the right one is given
 * @param notAsked questions that these answers do not lead to
 * @param called its name within the story; its matter's or bundle's id if absent
 */
record Applying(
    @Nullable String matter,
    @Nullable String bundle,
    @Nullable String forWhom,
    @Nullable Boolean takenIn,
    @Nullable String code,
    Map<String, String> prefilled,
    Map<String, String> answers,
    Map<String, List<String>> takes,
    Map<String, List<Map<String, String>>> rows,
    Map<String, Giving> papers,
    List<Try> tries,
    List<String> notAsked,
    @Nullable String called) {

  /** A wrong answer, and words of the sentence beside it. */
  record Try(String question, String answer, String refused) {}

  /** What an applicant sends of that which was asked for (补正): exactly that. */
  record Supplying(
      Map<String, String> answers,
      Map<String, List<Map<String, String>>> rows,
      Map<String, Giving> papers) {}

  /** How a paper is given. */
  enum Giving {
    FETCHED,
    UPLOADED,
    PROMISED,
    LATER,
    LEFT_OUT
  }
}
