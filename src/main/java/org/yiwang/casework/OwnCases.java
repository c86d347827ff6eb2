package org.yiwang.casework;

import org.springframework.stereotype.Component;
import org.yiwang.casework.OwnLine.Whose;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;

/** How a case stands for whoever reported it (本人的办件): in its public words, and whose turn it is. */
@Component
public class OwnCases {
  private final Cases cases;

  OwnCases(Cases cases) {
    this.cases = cases;
  }

  /** A case in its own public words, leading to that page. */
  public OwnLine line(Page page, Case of, String href) {
    CaseWay way = cases.way(of);
    Whose turn = turn(of);
    return new OwnLine(
        page.t(of.about().title()),
        href,
        page.t(way.publicStatus()),
        turn.readers() ? page.t(way.publicSays()) : null,
        turn,
        of.clocks().opened());
  }

  /**
   * Whose turn it is. A case waits for whoever reported it where nobody inside has it in a queue
   * and the usual next thing to do is theirs; after the end they may still object or rate, but
   * nothing stands still for it.
   */
  public Whose turn(Case of) {
    var offers = cases.offers(of, Mover.reporter(Viewer.anonymous()));
    if (of.clocks().closed() != null) {
      return offers.isEmpty() ? Whose.NOBODYS : Whose.YOURS_IF_YOU_LIKE;
    }
    boolean stands = !of.position().waiting();
    return stands && offers.stream().anyMatch(Offer::primary) ? Whose.YOURS : Whose.OTHERS;
  }
}
