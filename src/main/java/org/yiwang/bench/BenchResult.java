package org.yiwang.bench;

import java.util.Locale;

/** The figures of one run. */
record BenchResult(
    BenchPlan plan, double lifecyclesPerSecond, double p50, double p99, double plainSqlPerSecond) {

  static BenchResult of(BenchPlan plan, Timings overHttp, Timings plain) {
    return new BenchResult(
        plan, overHttp.perSecond(), overHttp.within(0.5), overHttp.within(0.99), plain.perSecond());
  }

  double ratio() {
    return lifecyclesPerSecond / plainSqlPerSecond;
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"cases\":%d,\"warm_up\":%d,\"clients\":%d,\"lifecycles_per_second\":%.1f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"plain_sql_per_second\":%.1f,\"ratio\":%.3f}",
        plan.cases(),
        plan.warmUp(),
        plan.clients(),
        lifecyclesPerSecond,
        p50,
        p99,
        plainSqlPerSecond,
        ratio());
  }

  String table() {
    return String.format(
        Locale.ROOT,
        """
        cases                  %,d by %d clients, after %,d to warm up
        lifecycles per second  %.1f
        one lifecycle          %.2f ms median, %.2f ms for 99 of 100
        plain SQL per second   %.1f
        ratio                  %.3f\
        """,
        plan.cases(),
        plan.clients(),
        plan.warmUp(),
        lifecyclesPerSecond,
        p50,
        p99,
        plainSqlPerSecond,
        ratio());
  }
}
