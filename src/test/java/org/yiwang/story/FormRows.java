package org.yiwang.story;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.story.Person.Answer;

/** Questions that repeat: a row of answers for each child, each partner, each bed. */
final class FormRows {
  private FormRows() {}

  /** Puts the answers of each row into the form, as far as it asks for them. */
  static void fill(
      Map<String, List<Map<String, String>>> rows, PageForm form, Map<String, String> fields) {
    rows.forEach(
        (question, all) -> {
          for (int row = 1; row <= all.size(); row++) {
            String before = question + "-" + row + "-";
            all.get(row - 1)
                .forEach(
                    (column, answer) -> {
                      if (form.asks(before + column)) {
                        fields.put(before + column, form.valueOf(before + column, answer));
                      }
                    });
          }
        });
  }

  /** The button of somebody who is to be taken over and still offered; empty if nobody is. */
  static String known(Map<String, List<String>> takes, Answer page) {
    for (var entry : takes.entrySet()) {
      for (String name : entry.getValue()) {
        String value =
            "name=\"take-known\" value=\"(" + Pattern.quote(entry.getKey()) + ":[^\"]*)\"";
        Matcher button =
            Pattern.compile(value + "[^>]*>[^<]*" + Pattern.quote(name)).matcher(page.body());
        if (button.find()) {
          return button.group(1);
        }
      }
    }
    return "";
  }

  /** The question of which a further row must be added first; empty if there are enough. */
  static String missing(PageForm form, Map<String, List<Map<String, String>>> rows) {
    for (var entry : rows.entrySet()) {
      int last = entry.getValue().size();
      for (String column : entry.getValue().getLast().keySet()) {
        String first = entry.getKey() + "-1-" + column;
        if (form.asks(first) && !form.asks(entry.getKey() + "-" + last + "-" + column)) {
          return entry.getKey();
        }
      }
    }
    return "";
  }
}
