package org.yiwang.party;

/**
 * A firm that gets a file from its licence, its legal representative being there (凭执照建档的企业).
 *
 * @param name as the licence says it
 * @param code that identifies it, of the kind that {@link FactKinds#numberOf} names for firms
 * @param representative whoever the licence names; begins their own file too if they have none
 * @param source who saw the originals
 */
public record LicensedFirm(
    String name, String code, NewPerson representative, Fact.Source source) {}
