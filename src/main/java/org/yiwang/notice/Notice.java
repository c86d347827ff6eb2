package org.yiwang.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * A message as it stands (通知).
 *
 * @param sent when it went out; null while it waits or when it was given up
 * @param carrier through what it went: {@code web}, {@code log} (demonstration: not really sent),
 *     {@code smtp}, {@code webhook}
 * @param tries how often it was tried
 * @param givenUp when the program stopped trying
 * @param fault why the last try failed
 * @param seen when the person opened the inbox
 */
public record Notice(
    UUID id,
    Recipient to,
    Way way,
    Text title,
    Text words,
    String subject,
    Instant created,
    @Nullable Instant sent,
    @Nullable String carrier,
    int tries,
    @Nullable Instant givenUp,
    @Nullable String fault,
    @Nullable Instant seen) {}
