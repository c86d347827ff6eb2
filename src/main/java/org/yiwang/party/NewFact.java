package org.yiwang.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put on file (新增档案信息).
 *
 * @param kind id of a kind that the pack declares
 * @param until when it ends to count; null for no end
 */
public record NewFact(
    String kind,
    String value,
    Fact.Source source,
    Fact.Confidence confidence,
    @Nullable Instant until) {}
