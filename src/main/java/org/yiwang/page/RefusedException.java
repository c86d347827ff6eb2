package org.yiwang.page;

import java.util.List;

/**
 * Thrown by a command that refuses (拒绝办理); nothing has been changed. Carries at least one refusal.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Refusal> refusals;

  public RefusedException(Refusal refusal) {
    this(List.of(refusal));
  }

  public RefusedException(List<Refusal> refusals) {
    super(refusals.getFirst().code() + ": " + refusals.getFirst().says().en());
    this.refusals = List.copyOf(refusals);
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
