package org.yiwang.credential;

import java.util.List;
import java.util.UUID;
import org.yiwang.pack.Text;

/**
 * What a matter here needs of a credential of another region (异地证照的用途).
 *
 * @param type id of the type of ours that it has to count as
 * @param claims ids of our claims that are needed; nothing else is kept
 * @param purpose what the holder has to have agreed to, in either language
 * @param holders whose it may be: the party applied for; for a firm also whoever acts for it
 */
public record NeededElsewhere(String type, List<String> claims, Text purpose, List<UUID> holders) {
  public NeededElsewhere {
    claims = List.copyOf(claims);
    holders = List.copyOf(holders);
  }
}
