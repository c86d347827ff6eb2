package org.yiwang.casework;

import java.util.List;
import java.util.Optional;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.SummaryRow;

/**
 * What another module keeps about a case, shown among its facts (附表): the answers of an
 * application, its papers, the rule's result. Asked only after the viewer was found to be allowed
 * to see the case.
 */
public interface CaseSheet {
  /**
   * The sheet of this case, if the module has one. Showing what belongs to a person is a look at
   * the person's file: whoever gives a sheet writes it into the access log.
   */
  Optional<Sheet> find(Case of, Viewer viewer, Page page);

  /** The same with the numbers in full (完整号码); {@link #find} hides most of each. */
  default Optional<Sheet> findWhole(Case of, Viewer viewer, Page page) {
    return find(of, viewer, page);
  }

  /** Why numbers are read in full: so each such look is told apart from others at the case. */
  static Text inFull(Case of) {
    return Text.of("办理 %s，查看完整号码", "Working on %s, numbers in full").with(of.number());
  }

  /**
   * Whether it tells in full whose case this is (写明本人): then the page calls them so wherever it
   * names them, since whoever reads one reads the other. Whoever acted for them stays in part.
   */
  default boolean namesParty(Case of) {
    return false;
  }

  /**
   * Where an action is taken that has a page of its own (另设页面的动作); the case page leads there
   * instead of drawing the usual form. Empty for actions that have none.
   */
  default Optional<String> pageOf(Case of, String action) {
    return Optional.empty();
  }

  /** A heading, what stands below it, and where to go from there. */
  record Sheet(String title, List<SummaryRow> rows, List<Link> links) {}
}
