package org.yiwang.journal;

import java.util.Map;

/**
 * What is to be written down in the journal (留痕).
 *
 * @param kind what happened, dotted, past tense: {@code case.moved}, {@code access.read}
 * @param subject what it happened to: {@code case:YP-20261122-00318}
 * @param facts everything needed to understand it later; strings, numbers, booleans, lists, maps
 */
public record NewEntry(Actor actor, String kind, String subject, Map<String, Object> facts) {}
