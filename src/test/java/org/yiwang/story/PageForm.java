package org.yiwang.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.story.Person.Answer;

/**
 * A form on a page as a browser knows it: what it would send, and what there is to choose.
 *
 * @param values of its controls, as they stand on the page
 * @param choices of radios and lists: what stands beside each value
 * @param files names of the fields that take a file
 */
record PageForm(
    String page,
    String action,
    Map<String, String> values,
    Map<String, List<Choice>> choices,
    Set<String> files) {
  private static final String ATTRIBUTES = "((?:[^>\"]|\"[^\"]*\")*)";
  private static final Pattern FORM = Pattern.compile("(?s)<form" + ATTRIBUTES + ">(.*?)</form>");
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?s)<(input|select|textarea|option)\\b" + ATTRIBUTES + ">(?:\\s*<span>)?([^<]*)");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

  /** One of several answers, and the words beside it. */
  record Choice(String value, String words) {}

  /**
   * The first form of the page that is sent to an address beginning so.
   *
   * @throws IllegalStateException if there is none
   */
  static PageForm in(Answer answer, String action) {
    Matcher form = FORM.matcher(answer.body());
    while (form.find()) {
      String to = attributes(form.group(1)).getOrDefault("action", "");
      if (to.startsWith(action) && !to.endsWith("/drop")) {
        return new Reading().read(answer.body(), to, form.group(2));
      }
    }
    throw new IllegalStateException("No form to " + action + " on " + answer.shortly());
  }

  /** The form with which an action is done at an address; empty where it is not offered. */
  static Optional<PageForm> doing(Answer answer, String to, String does) {
    return FORM.matcher(answer.body())
        .results()
        .filter(form -> attributes(form.group(1)).getOrDefault("action", "").equals(to))
        .map(form -> new Reading().read(answer.body(), to, form.group(2)))
        .filter(form -> does.equals(form.values().get("action")))
        .findFirst();
  }

  /** The names of all its controls. */
  Set<String> asked() {
    Set<String> asked = new TreeSet<>(values.keySet());
    asked.addAll(choices.keySet());
    return asked;
  }

  boolean asks(String name) {
    return values.containsKey(name) || choices.containsKey(name) || files.contains(name);
  }

  /** The value to send for an answer in words, where it is one of several. */
  String valueOf(String name, String answer) {
    return choices.getOrDefault(name, List.of()).stream()
        .filter(choice -> choice.words().equals(answer))
        .map(Choice::value)
        .findFirst()
        .orElse(answer);
  }

  boolean offers(String name, String value) {
    return choices.getOrDefault(name, List.of()).stream().anyMatch(c -> c.value().equals(value));
  }

  /** What helps with a question: the hint under its label. */
  String hintOf(String name) {
    return note(name, "hint");
  }

  /** The sentence beside a question that was answered wrongly. */
  String faultOf(String name) {
    return note(name, "fault");
  }

  private String note(String name, String kind) {
    Matcher note =
        Pattern.compile(
                "(?s)id=\"f-" + Pattern.quote(name) + "-" + kind + "\">(.*?)</span>\\s*<(?!/)")
            .matcher(page);
    return note.find() ? Person.plain(note.group(1)) : "";
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher one = ATTRIBUTE.matcher(tag);
    while (one.find()) {
      attributes.put(one.group(1), one.group(2) == null ? "" : Person.plain(one.group(2)));
    }
    return attributes;
  }

  /** Goes through the controls of one form. */
  private static final class Reading {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<Choice>> choices = new LinkedHashMap<>();
    private final Set<String> files = new TreeSet<>();
    private @Nullable String list;

    PageForm read(String page, String action, String content) {
      Matcher control = CONTROL.matcher(content);
      while (control.find()) {
        Map<String, String> attributes = attributes(control.group(2));
        String name = attributes.getOrDefault("name", "");
        String words = Person.plain(control.group(3)).strip();
        switch (control.group(1)) {
          case "input" -> input(name, attributes, words);
          case "textarea" -> values.put(name, words);
          case "select" -> list = name;
          default -> choice(String.valueOf(list), attributes, words, "selected");
        }
      }
      return new PageForm(page, action, values, choices, files);
    }

    private void input(String name, Map<String, String> attributes, String words) {
      switch (attributes.getOrDefault("type", "text")) {
        case "radio", "checkbox" -> choice(name, attributes, words, "checked");
        case "file" -> files.add(name);
        default -> values.put(name, attributes.getOrDefault("value", ""));
      }
    }

    private void choice(String name, Map<String, String> attributes, String words, String mark) {
      String value = attributes.getOrDefault("value", "");
      choices.computeIfAbsent(name, any -> new ArrayList<>()).add(new Choice(value, words));
      if (attributes.containsKey(mark)) {
        values.put(name, value);
      }
    }
  }
}
