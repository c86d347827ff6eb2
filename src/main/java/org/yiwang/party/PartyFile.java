package org.yiwang.party;

import java.util.List;

/**
 * {@code party.yaml}: what a file may hold here.
 *
 * @param facts the kinds, in the order in which a file shows them
 * @param relations what credentials say of their holder and somebody else
 */
record PartyFile(List<FactKind> facts, List<RelationRule> relations) {}
