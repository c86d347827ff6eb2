package org.yiwang.page;

import java.util.List;
import java.util.Optional;
import org.yiwang.pack.Text;

/**
 * What is wrong with a form (填写问题), for drawing it again: a summary above the heading and the same
 * words beside each field.
 *
 * @param form names the form where a page holds several; it begins the ids of that form's fields.
 *     Empty on a page with one form
 */
public record Refusals(List<Refusal> list, String form) {

  public Refusals(List<Refusal> list) {
    this(list, "");
  }

  public static Refusals none() {
    return new Refusals(List.of());
  }

  public static Refusals of(RefusedException refused) {
    return new Refusals(refused.refusals());
  }

  /** The same faults as those of one form among several on the page. */
  public Refusals within(String name) {
    return new Refusals(list, name);
  }

  /** What one form among several is drawn with: its faults if these are its own, else none. */
  public Refusals only(String name) {
    return form.equals(name) ? this : none().within(name);
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** The first fault of a field, in words. */
  public Optional<Text> at(String field) {
    return list.stream().filter(r -> field.equals(r.field())).map(Refusal::words).findFirst();
  }
}
