package org.yiwang.casework;

import java.util.List;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Asks;
import org.yiwang.casework.LifecycleDefinition.Choice;
import org.yiwang.casework.LifecycleDefinition.Need;
import org.yiwang.pack.Text;

/**
 * An action that somebody may take now (可办操作), with what it asks for.
 *
 * @param primary the usual next thing to do
 * @param address where something is posted to; asked on the application's own page only
 */
public record Offer(
    String id,
    Text name,
    boolean primary,
    Asked note,
    Asked photos,
    Asked unit,
    Asked units,
    Asked otherCase,
    Asked rating,
    Asked address,
    List<Reason> reasons) {

  /** Whether something is asked with the action. */
  public enum Asked {
    NO,
    OPTIONAL,
    REQUIRED;

    static Asked of(@org.jspecify.annotations.Nullable Need need) {
      if (need == null) {
        return NO;
      }
      return need == Need.REQUIRED ? REQUIRED : OPTIONAL;
    }

    public boolean yes() {
      return this != NO;
    }
  }

  /** One reason to choose from. */
  public record Reason(String id, Text name) {}

  static Offer of(String id, Action action) {
    Asks asks = action.asked();
    return new Offer(
        id,
        action.name(),
        action.primary(),
        Asked.of(asks.note()),
        Asked.of(asks.photos()),
        Asked.of(asks.unit()),
        Asked.of(asks.units()),
        Asked.of(asks.otherCase()),
        Asked.of(asks.rating()),
        Asked.of(asks.address()),
        asks.reason().stream().map(Offer::reason).toList());
  }

  private static Reason reason(Choice choice) {
    return new Reason(choice.id(), choice.name());
  }
}
