package org.yiwang.bench;

import java.util.Locale;

/** The figures of one run. */
record BenchResult(
    int cases,
    int clients,
    double lifecyclesPerSecond,
    double p50,
    double p99,
    double plainSqlPerSecond) {

  static BenchResult of(BenchPlan plan, Timings overHttp, Timings plain) {
    return new BenchResult(
        plan.cases(),
        plan.clients(),
        overHttp.perSecond(),
        overHttp.within(0.5),
        overHttp.within(0.99),
        plain.perSecond());
  }

  double ratio() {
    return lifecyclesPerSecond / plainSqlPerSecond;
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"cases\":%d,\"clients\":%d,\"lifecycles_per_second\":%.1f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"plain_sql_per_second\":%.1f,\"ratio\":%.3f}",
        cases,
        clients,
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
        cases                  %,d by %d clients
        lifecycles per second  %.1f
        one lifecycle          %.2f ms median, %.2f ms for 99 of 100
        plain SQL per second   %.1f
        ratio                  %.3f\
        """,
        cases,
        clients,
        lifecyclesPerSecond,
        p50,
        p99,
        plainSqlPerSecond,
        ratio());
  }
}
