package org.yiwang.credential;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** Credentials in packs. */
@Component
class CredentialPackPart implements PackPart {
  static final DefinitionType<CredentialsFile> CREDENTIALS =
      DefinitionType.yaml(
          "credentials",
          DefinitionType.Level.APPLICATION,
          "credentials.yaml",
          CredentialsFile.class);

  static final DefinitionType<TrustFile> TRUST =
      DefinitionType.yaml("trust", DefinitionType.Level.DISTRICT, "trust.yaml", TrustFile.class);

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(CREDENTIALS, TRUST);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new CredentialTypesCheck(), new TrustCheck(), new FactSourcesCheck());
  }
}
