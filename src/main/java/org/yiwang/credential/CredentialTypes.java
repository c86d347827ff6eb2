package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.PackReading;

/** The types of credential (证照种类) that the district's pack declares. Read once, then immutable. */
@Component
public final class CredentialTypes {
  private final Map<String, CredentialType> byId;

  CredentialTypes(District district) {
    byId = read(district.list(CredentialPackPart.CREDENTIALS));
  }

  /** The type of that id, if the pack declares one. */
  public Optional<CredentialType> findType(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The type of that id.
   *
   * @throws NoSuchElementException if the pack declares none
   */
  public CredentialType getType(String id) {
    return findType(id).orElseThrow(() -> new NoSuchElementException("No credential type " + id));
  }

  /** Every type, in the order of the pack. */
  public List<CredentialType> listTypes() {
    return List.copyOf(byId.values());
  }

  /** The types a pack declares by id, for checks by other modules while it is being read. */
  public static Map<String, CredentialType> typesIn(PackReading pack) {
    return read(pack.list(CredentialPackPart.CREDENTIALS));
  }

  private static Map<String, CredentialType> read(List<Defined<CredentialsFile>> files) {
    Map<String, CredentialType> types = new LinkedHashMap<>();
    for (Defined<CredentialsFile> file : files) {
      file.value().credentials().forEach(type -> types.putIfAbsent(type.id(), type));
    }
    return types;
  }
}
