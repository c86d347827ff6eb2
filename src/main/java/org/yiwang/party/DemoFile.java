package org.yiwang.party;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * {@code parties/*.yaml}: firms and relations of the demo, every one of them invented.
 *
 * @param firms firms with their files
 * @param people what is known of the demo's people beyond their credentials
 * @param relations who is what to whom
 */
record DemoFile(List<FirmLine> firms, List<PersonLine> people, List<RelationLine> relations) {

  /**
   * @param id how relations name it
   * @param representative account of the legal representative
   * @param facts by kind
   * @param invented must be true: real firms never stand in a pack
   */
  record FirmLine(
      String id,
      Text name,
      @Nullable String representative,
      Map<String, String> facts,
      boolean invented) {}

  /**
   * @param account whose
   * @param facts by kind
   */
  record PersonLine(String account, Map<String, String> facts, boolean invented) {}

  /**
   * @param party account of a person
   * @param is what that person is to the other
   * @param of account of a person, or id of a firm
   */
  record RelationLine(String party, Relation.Kind is, String of, boolean invented) {}
}
