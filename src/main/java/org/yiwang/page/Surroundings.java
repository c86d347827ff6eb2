package org.yiwang.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.yiwang.pack.DistrictDefinition;

/** All that a {@link Page} is made of. What costs something is asked for only when drawn. */
record Surroundings(
    Preferences preferences,
    Query query,
    String requestId,
    DistrictDefinition district,
    boolean demo,
    Writing writing,
    Assets assets,
    Csrf csrf,
    Supplier<List<NavLink>> navigation,
    Supplier<Optional<SignedIn>> signedIn,
    Supplier<String> signInHref) {

  /** The hidden field against forged requests; the token is made when first asked for. */
  record Csrf(String name, Supplier<String> value) {}
}
