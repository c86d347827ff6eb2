package org.yiwang.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code pack.yaml}: what an application (应用) is, who owns it and what it rests on.
 *
 * @param id lower-case letters, digits and hyphens; equals the folder's name
 * @param name the application's name
 * @param about what it does, for whom; one or two sentences
 * @param owner id of the unit that answers for it
 * @param version as the owner counts, e.g. {@code "1.2"}
 * @param needs ids of the applications it builds on
 * @param legalBasis the provisions it rests on
 * @param covers rows of the district's list of applications that it fulfils, e.g. {@code S072}
 */
public record ApplicationDefinition(
    String id,
    Text name,
    @Nullable Text about,
    String owner,
    String version,
    List<String> needs,
    List<LegalBasis> legalBasis,
    List<String> covers) {
  /** The manifests of all applications. */
  public static final DefinitionType<ApplicationDefinition> TYPE =
      DefinitionType.yaml(
          "application",
          DefinitionType.Level.APPLICATION,
          "pack.yaml",
          ApplicationDefinition.class);

  /**
   * One provision (法律依据).
   *
   * @param law title of the law, regulation or standard
   * @param number its number of promulgation, e.g. {@code GB/T 30428.2-2013}
   * @param clause article and paragraph
   * @param invented true when it is made up for demonstration; shown as such
   */
  public record LegalBasis(
      Text law, @Nullable String number, @Nullable String clause, boolean invented) {}
}
