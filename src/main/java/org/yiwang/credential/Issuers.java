package org.yiwang.credential;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.credential.TrustFile.CountsAs;
import org.yiwang.credential.TrustFile.TrustedIssuer;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;

/** Whose credentials count here: our own, and those of whom the pack says so. */
@Component
class Issuers implements KnownIssuer.Directory {
  private final OwnAddress address;
  private final OwnIssuer own;
  private final ListStore lists;
  private final District district;
  private final Map<String, KnownIssuer> trusted = new HashMap<>();
  private final Map<String, TrustedIssuer> agreed = new LinkedHashMap<>();

  Issuers(OwnAddress address, OwnIssuer own, ListStore lists, District district) {
    this.address = address;
    this.own = own;
    this.lists = lists;
    this.district = district;
    for (Defined<TrustFile> file : district.list(CredentialPackPart.TRUST)) {
      for (TrustedIssuer issuer : file.value().issuers()) {
        trusted.put(issuer.url(), known(issuer));
        agreed.put(issuer.url(), issuer);
      }
    }
  }

  private static KnownIssuer known(TrustedIssuer issuer) {
    return new KnownIssuer(
        issuer.url(),
        issuer.name(),
        false,
        Set.copyOf(issuer.types()),
        new FetchedIssuer(issuer.url(), issuer.inside()));
  }

  @Override
  public Optional<KnownIssuer> find(String url) {
    return isOwn(url)
        ? Optional.of(new KnownIssuer(url, district.definition().name(), true, Set.of(), own))
        : Optional.ofNullable(trusted.get(url));
  }

  /** An address under which this district issues, or once did. */
  boolean isOwn(String url) {
    return url.equals(address.now())
        || (!trusted.containsKey(url) && lists.listIssuers().contains(url));
  }

  /** How a type of an issuer elsewhere counts as one of ours; empty if that was not agreed. */
  Optional<CountsAs> countsAs(String url, String theirs, String ours) {
    return Optional.ofNullable(agreed.get(url)).stream()
        .filter(issuer -> issuer.covers(theirs))
        .flatMap(issuer -> issuer.meaning(theirs).stream())
        .filter(one -> one.as().equals(ours))
        .findFirst();
  }

  /** Issuers elsewhere who may have something that counts as this type of ours. */
  List<Text> namesFor(String ours) {
    return agreed.values().stream()
        .filter(issuer -> mayGive(issuer, ours))
        .map(TrustedIssuer::name)
        .toList();
  }

  /** Regions whose wallets may have something that counts as this type of ours. */
  List<AskableRegion> askableFor(String ours) {
    return agreed.values().stream()
        .filter(issuer -> mayGive(issuer, ours))
        .map(issuer -> new AskableRegion(issuer.url(), issuer.name()))
        .toList();
  }

  /** What to ask that region for, where this type of ours is needed; empty if nothing is agreed. */
  Optional<CountsAs> asked(String url, String ours) {
    return Optional.ofNullable(agreed.get(url)).stream()
        .flatMap(
            issuer ->
                Stream.concat(issuer.countsAs().stream(), issuer.meaning(ours).stream())
                    .filter(one -> one.as().equals(ours) && issuer.covers(one.type())))
        .findFirst();
  }

  /** Whether it is agreed that this region asks holders here for just these claims. */
  boolean mayAsk(String url, String type, List<String> claims) {
    return Optional.ofNullable(agreed.get(url)).stream()
        .flatMap(issuer -> issuer.mayAsk().stream())
        .anyMatch(one -> one.type().equals(type) && one.claims().containsAll(claims));
  }

  /** How an agreed region is asked anything: as carefully as for its keys. */
  Fetch fetch(String url) {
    return new Fetch(Objects.requireNonNull(agreed.get(url), "agreed").inside());
  }

  private static boolean mayGive(TrustedIssuer issuer, String ours) {
    boolean mapped = issuer.countsAs().stream().anyMatch(one -> one.as().equals(ours));
    return mapped
        || (issuer.covers(ours)
            && issuer.meaning(ours).stream().anyMatch(one -> one.as().equals(ours)));
  }

  /** Those elsewhere to whom a holder may present. */
  List<KnownIssuer> elsewhere() {
    return List.copyOf(trusted.values());
  }
}
