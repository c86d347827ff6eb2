package org.yiwang.credential;

import java.util.List;
import org.yiwang.pack.Text;

/**
 * What a matter here needs of a credential of another region (异地证照的用途).
 *
 * @param type id of the type of ours that it has to count as
 * @param claims ids of our claims that are needed; nothing else is kept
 * @param purpose what the holder has to have agreed to, in either language
 */
public record NeededElsewhere(String type, List<String> claims, Text purpose) {
  public NeededElsewhere {
    claims = List.copyOf(claims);
  }
}
