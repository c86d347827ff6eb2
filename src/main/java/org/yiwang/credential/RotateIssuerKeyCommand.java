package org.yiwang.credential;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yiwang.launch.Command;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang credential rotate-key}: new keys for signing credentials. */
@CommandLine.Command(
    name = "rotate-key",
    description = {
      "Make new keys for signing credentials. 更换证照签发密钥。",
      "Former keys stay published for ever, so that credentials which they signed go on",
      "checking as before. 旧密钥永久公布，已签发的证照照常查验。",
      ""
    },
    footer = {
      "",
      "All units of a district issue under its one address and with its keys, one for each",
      "algorithm. A running program signs with the new key within half a minute.",
      "",
      "Examples 示例:",
      "  ./yiwang credential rotate-key",
      "  ./yiwang credential rotate-key --algorithm SM2",
      "  ./yiwang credential rotate-key --issuer https://city.example --algorithm ES256"
    })
final class RotateIssuerKeyCommand implements Command {
  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = "ES256 or SM2 算法 (default: each one that has signed already)")
  CredentialType.@Nullable Signature algorithm;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = "Refuse if the district's address is not this one 核对签发地址")
  @Nullable String issuer;

  @Override
  public String group() {
    return "credential";
  }

  @Override
  public int run(Surroundings surroundings) {
    return surroundings.withBeans(this::rotate);
  }

  private int rotate(ApplicationContext beans) {
    String own = beans.getBean(OwnAddress.class).now();
    if (issuer != null && !issuer.equals(own)) {
      System.err.println("✗ This district issues as %s, not as %s 签发地址不符.".formatted(own, issuer));
      return CommandLine.ExitCode.SOFTWARE;
    }
    IssuerKeys keys = beans.getBean(IssuerKeys.class);
    for (CredentialType.Signature one : chosen(keys)) {
      SigningKey made = keys.renew(one);
      System.out.println("✓ " + made.algorithm().name() + " new key 新密钥: " + made.id());
    }
    System.out.println(
        "  %d keys are published at %s/credential/keys 共公布 %1$d 把公钥."
            .formatted(keys.published().size(), own));
    return CommandLine.ExitCode.OK;
  }

  private List<CredentialType.Signature> chosen(IssuerKeys keys) {
    if (algorithm != null) {
      return List.of(algorithm);
    }
    List<Object> known = keys.publishedNow().stream().map(key -> key.get("alg")).toList();
    return Arrays.stream(CredentialType.Signature.values())
        .filter(s -> known.contains(Algorithms.of(s).name()) || s == CredentialType.Signature.ES256)
        .toList();
  }
}
