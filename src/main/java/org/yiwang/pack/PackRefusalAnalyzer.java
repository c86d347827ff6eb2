package org.yiwang.pack;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with a refused pack in place of a stack trace. */
class PackRefusalAnalyzer extends AbstractFailureAnalyzer<PackRefusedException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PackRefusedException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Mend the lines above; ./yiwang pack check shows what is left.",
        cause);
  }
}
