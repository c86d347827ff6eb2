package org.yiwang.party;

import java.util.UUID;

/** A relation to be put on file (新增关系): {@code party} is {@code kind} of {@code other}. */
public record NewRelation(UUID party, Relation.Kind kind, UUID other, Fact.Source source) {}
