package org.yiwang.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What stands in one form of a page, read input by input as a browser reads it. */
final class FieldsOnPage {
  private static final Pattern TAG =
      Pattern.compile("<(/?[a-z]+)\\b((?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

  private final Map<String, String> values = new HashMap<>();
  private @Nullable String list;

  private FieldsOnPage() {}

  /**
   * By name: the value of an input, the words in a box, the choice of a list or of radio buttons.
   *
   * @param action of the form; a page without it has no fields
   */
  static Map<String, String> of(String html, String action) {
    int from = html.indexOf(" action=\"" + action + "\"");
    if (from < 0) {
      return Map.of();
    }
    String form = html.substring(from, html.indexOf("</form>", from));
    FieldsOnPage fields = new FieldsOnPage();
    Matcher tag = TAG.matcher(form);
    while (tag.find()) {
      fields.read(tag.group(1), attributes(tag.group(2)), form.substring(tag.end()));
    }
    return Map.copyOf(fields.values);
  }

  private void read(String tag, Map<String, String> has, String after) {
    String name = has.getOrDefault("name", "");
    switch (tag) {
      case "input" -> input(name, has);
      case "textarea" ->
          values.put(
              name, HtmlUtils.htmlUnescape(after.substring(0, after.indexOf("</textarea>"))));
      case "select" -> list = name;
      case "/select" -> list = null;
      case "option" -> option(has);
      default -> {} // nothing that is filled in
    }
  }

  private void input(String name, Map<String, String> has) {
    String value = has.getOrDefault("value", "");
    if (!has.getOrDefault("type", "text").matches("radio|checkbox") || has.containsKey("checked")) {
      values.put(name, value);
    } else {
      values.putIfAbsent(name, "");
    }
  }

  /** The first one stands in a list in which none is chosen. */
  private void option(Map<String, String> has) {
    String value = has.getOrDefault("value", "");
    if (list != null && has.containsKey("selected")) {
      values.put(list, value);
    } else if (list != null) {
      values.putIfAbsent(list, value);
    }
  }

  private static Map<String, String> attributes(String written) {
    Map<String, String> attributes = new HashMap<>();
    Matcher one = ATTRIBUTE.matcher(written);
    while (one.find()) {
      String value = one.group(2) == null ? "" : HtmlUtils.htmlUnescape(one.group(2));
      attributes.putIfAbsent(one.group(1), value);
    }
    return attributes;
  }
}
