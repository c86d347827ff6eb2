package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;

/**
 * What boards draw beyond counts (统计): how long cases took, where they are, and where the same
 * comes back; always within what the viewer may see.
 */
@Component
public class CaseFigures {
  private final FigureStore store;
  private final Lifecycles lifecycles;

  CaseFigures(FigureStore store, Lifecycles lifecycles) {
    this.store = store;
    this.lifecycles = lifecycles;
  }

  /** How long the closed ones of these cases took, taken together. */
  public Turnaround turnaround(CaseFilter filter, Viewer viewer) {
    return store.turnaround(filter, viewer);
  }

  /** The same by the values of one column. */
  public Map<String, Turnaround> turnaroundBy(Breakdown by, CaseFilter filter, Viewer viewer) {
    return store.turnaroundBy(by, filter, viewer);
  }

  /** Where these cases are, the most urgent first; at most so many. */
  public CasePoints points(CaseFilter filter, Viewer viewer, int most) {
    List<CasePoint> found = store.points(filter, viewer, most + 1);
    return new CasePoints(found.stream().limit(most).toList(), found.size() > most);
  }

  /** How many cases there are, whoever asks. */
  public long countAll() {
    return store.countAll("true");
  }

  /** How many of them are invented for the demo. */
  public long countInvented() {
    return store.countAll("invented");
  }

  /** Whether some are: cheaper than counting them where there are. */
  public boolean anyInvented() {
    return store.anyInvented();
  }

  /** The edges of a lifecycle's newest version, step by step. */
  public List<CaseWay.Edge> edges(String application, String lifecycle) {
    return lifecycles.newest(application, lifecycle).steps().entrySet().stream()
        .flatMap(step -> CaseWay.edges(step.getKey(), step.getValue()))
        .toList();
  }
}
