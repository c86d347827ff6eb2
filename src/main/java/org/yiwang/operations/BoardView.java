package org.yiwang.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.page.Chart;
import org.yiwang.page.Link;
import org.yiwang.page.Tone;

/**
 * A board as it is drawn, in the reader's words.
 *
 * @param says what is out of bounds now, in one sentence
 * @param source where the figures come from and when they were counted
 * @param closedInAll how many were ever closed, and the list of them
 * @param groups by category group, a chart for each net that has anything open
 * @param nets what all of it is: reports, applications, what is asked about files
 * @param partsLabel what a row is: a street (or what the pack calls its areas) or a grid
 * @param map null where the district has no ground, or on one street's board
 * @param approximate whether some borders on it are not official
 */
record BoardView(
    String says,
    Tone tone,
    String source,
    List<BoardFigure> figures,
    Link closedInAll,
    Chart parts,
    List<Chart> groups,
    List<PartRow> nets,
    Chart trend,
    String partsLabel,
    List<PartRow> rows,
    @Nullable BoardMap map,
    Repeats repeats,
    boolean approximate) {

  /**
   * Where the same comes back, most often first.
   *
   * @param cut says that not all was compared or listed; null where it was
   */
  record Repeats(List<RepeatLine> lines, @Nullable String cut) {
    static final Repeats NONE = new Repeats(List.of(), null);
  }

  /**
   * A place where the same comes back.
   *
   * @param cases numbers of its cases, newest first
   */
  record RepeatLine(String title, String address, int times, String last, List<String> cases) {}
}
