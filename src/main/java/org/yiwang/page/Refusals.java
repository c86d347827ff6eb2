package org.yiwang.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.yiwang.pack.Text;

/**
 * What is wrong with a form (填写问题), for drawing it again: a summary above the heading and the same
 * words beside each field.
 *
 * @param form names the form where a page holds several; it begins the ids of that form's fields.
 *     Empty on a page with one form
 * @param elsewhere addresses of fields that stand on another page, by their names
 */
public record Refusals(List<Refusal> list, String form, Map<String, String> elsewhere) {

  public Refusals(List<Refusal> list) {
    this(list, "", Map.of());
  }

  public static Refusals none() {
    return new Refusals(List.of());
  }

  public static Refusals of(RefusedException refused) {
    return new Refusals(refused.refusals());
  }

  /** The same faults as those of one form among several on the page. */
  public Refusals within(String name) {
    return new Refusals(list, name, elsewhere);
  }

  /** What one form among several is drawn with: its faults if these are its own, else none. */
  public Refusals only(String name) {
    return form.equals(name) ? this : none().within(name);
  }

  /** The same faults where the fields stand on other pages, such as the steps before. */
  public Refusals elsewhere(Map<String, String> addresses) {
    return new Refusals(list, form, addresses);
  }

  /** Where a field is to be corrected. */
  String href(String field) {
    String there = elsewhere.get(field);
    return there == null ? "#" + FieldParts.id(this, field) : there;
  }

  /** The HTTP number of a page with these: the first one's kind decides, as under /api. */
  HttpStatus http() {
    return isEmpty() ? HttpStatus.OK : HttpStatus.valueOf(list.getFirst().kind().http());
  }

  /** What is the matter, in a few words: the heading of the summary. */
  Text title() {
    return switch (list.getFirst().kind()) {
      case INVALID, TOO_LARGE -> Text.of("有内容需要修改", "Something needs correcting");
      case FORBIDDEN -> Text.of("这一步您不能办理", "You cannot do this");
      case MISSING -> Text.of("没有找到", "Not found");
      case OUTDATED -> Text.of("情况已有变化", "Something has changed meanwhile");
      case TOO_MANY -> Text.of("操作太频繁", "Too many attempts");
      case UNAVAILABLE -> Text.of("暂时不能使用", "Not available at the moment");
    };
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** The first fault of a field, in words. */
  public Optional<Text> at(String field) {
    return list.stream().filter(r -> field.equals(r.field())).map(Refusal::words).findFirst();
  }
}
