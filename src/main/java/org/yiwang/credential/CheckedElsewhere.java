package org.yiwang.credential;

/**
 * A presentation of another region that was looked at and found right, and is not counted yet
 * (已核待用的异地证照). There is none that was not looked at.
 */
public final class CheckedElsewhere {
  private final Verdict.Shown shown;
  private final Verdict.Binding binding;
  private final TakenElsewhere says;

  CheckedElsewhere(Verdict.Shown shown, Verdict.Binding binding, TakenElsewhere says) {
    this.shown = shown;
    this.binding = binding;
    this.says = says;
  }

  Verdict.Shown shown() {
    return shown;
  }

  Verdict.Binding binding() {
    return binding;
  }

  TakenElsewhere says() {
    return says;
  }
}
