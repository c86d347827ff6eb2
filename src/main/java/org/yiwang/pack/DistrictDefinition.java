package org.yiwang.pack;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code district.yaml}: what the district (城区) is.
 *
 * @param id lower-case letters, digits and hyphens; equals the folder's name
 * @param name the district's name
 * @param operator the body that runs this site, shown in the footer
 * @param languages first one is the default for visitors who state none
 * @param zone IANA time zone in which days begin and end
 * @param numberPrefix letters before every case number, e.g. {@code YP}
 * @param hotline telephone number of the human at the other end, shown on every page
 * @param center longitude and latitude (WGS 84) where maps open
 * @param credits attributions of the data that ships with the pack, shown on maps and in /about
 * @param countryCode how telephone numbers here begin when dialled from abroad, e.g. {@code 86}
 * @param emergency whom to call at once when somebody is in danger, one sentence
 * @param examplePlaces places that people here know, as examples beside the field for an address
 */
public record DistrictDefinition(
    String id,
    Text name,
    Text operator,
    List<Language> languages,
    ZoneId zone,
    String numberPrefix,
    String hotline,
    List<Double> center,
    List<Text> credits,
    @Nullable String countryCode,
    @Nullable Text emergency,
    List<Text> examplePlaces) {
  /** The one definition of {@code district.yaml}. */
  public static final DefinitionType<DistrictDefinition> TYPE =
      DefinitionType.yaml(
          "district", DefinitionType.Level.DISTRICT, "district.yaml", DistrictDefinition.class);
}
