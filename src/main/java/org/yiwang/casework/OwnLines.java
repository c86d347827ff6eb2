package org.yiwang.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;

/** What somebody has going (本人的事), as all the floors above tell it together. */
@Component
public class OwnLines {
  private final List<OwnLineTeller> tellers;

  OwnLines(List<OwnLineTeller> tellers) {
    this.tellers = tellers;
  }

  /** All that is not over: what waits for the reader first. */
  public List<OwnLine> list(Page page, Viewer signedIn) {
    return tellers.stream()
        .flatMap(teller -> teller.listOwn(page, signedIn).stream())
        .filter(OwnLine::going)
        .sorted(OwnLine.PRESSING)
        .toList();
  }
}
