package org.yiwang.credential;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/** Leads a holder to the wallet that was asked (去外地卡包): where it is, and until when it answers. */
@Component
public class LeadElsewhere {
  private final AskedStore store;
  private final Issuers issuers;
  private final OwnAddress address;
  private final DistrictTime time;

  LeadElsewhere(AskedStore store, Issuers issuers, OwnAddress address, DistrictTime time) {
    this.store = store;
    this.issuers = issuers;
    this.address = address;
    this.time = time;
  }

  /**
   * What was asked, as its holder is led there.
   *
   * @param returnTo the page that asked; of what another page asked nothing is told
   * @throws org.yiwang.page.RefusedException MISSING if that page asked no such thing; INVALID if
   *     its time is over
   */
  public AskedElsewhere get(UUID id, String returnTo) {
    AskedStore.Row row = store.get(id, returnTo);
    row.requireOpen(time.instant());
    AskableRegion region =
        issuers
            .find(row.region())
            .map(known -> new AskableRegion(known.url(), known.name()))
            .orElseThrow(AskedRefusals::notAgreed);
    String link =
        row.region()
            + "/wallet/asked?client_id="
            + URLEncoder.encode(address.now(), StandardCharsets.UTF_8)
            + "&request="
            + Objects.requireNonNull(row.signed(), "kept while it is open");
    return new AskedElsewhere(id, region, link, row.expires());
  }
}
