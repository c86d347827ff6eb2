package org.yiwang.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;
import org.yiwang.rule.Condition;

/**
 * {@code bundles/<id>.yaml}: a life event that runs several matters from one form (一件事); CPSV-AP
 * LifeEvent and BusinessEvent.
 *
 * @param members the matters, in the order in which they are told
 */
public record Bundle(
    String id,
    Text name,
    Text about,
    List<String> lifeEvents,
    List<Text> words,
    List<Member> members) {

  /**
   * One matter of the bundle.
   *
   * @param when only if this certainly holds for the answers
   * @param after matters that must be granted before this one is opened
   */
  public record Member(String matter, @Nullable Condition when, List<String> after) {}

  /** How many matters are dealt with at once, in words. */
  Text countWords() {
    int count = members.size();
    return Text.of("一件事，" + count + " 项一起办", count + " matters at once");
  }
}
