package org.yiwang.credential;

import java.util.Map;
import org.yiwang.pack.Text;

/**
 * What was taken of a credential of another region (异地证照).
 *
 * @param issuer the region, as the pack names it
 * @param name what the credential is called there
 * @param number its number there; empty if it has none
 * @param claims what it discloses, by the id of our claim: only what was needed
 */
public record TakenElsewhere(Text issuer, Text name, String number, Map<String, String> claims) {}
