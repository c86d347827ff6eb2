package org.yiwang.page;

import java.util.List;
import java.util.Optional;
import org.yiwang.pack.Text;

/**
 * What is wrong with a form (填写问题), for drawing it again: a summary above the heading and the same
 * words beside each field.
 */
public record Refusals(List<Refusal> list) {

  public static Refusals none() {
    return new Refusals(List.of());
  }

  public static Refusals of(RefusedException refused) {
    return new Refusals(refused.refusals());
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** The first fault of a field, in words. */
  public Optional<Text> at(String field) {
    return list.stream().filter(r -> field.equals(r.field())).map(Refusal::words).findFirst();
  }
}
