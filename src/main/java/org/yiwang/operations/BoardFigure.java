package org.yiwang.operations;

import org.yiwang.page.Tone;

/**
 * One figure of a board in the reader's words (指标数值).
 *
 * @param id under which the wall shows it alone
 * @param href the list it was counted from
 * @param note how it compares; empty for nothing to say
 * @param target what is wanted of it; empty for nothing
 * @param live whether the address alone is counted again while the page is open
 */
record BoardFigure(
    String id,
    String label,
    String value,
    String href,
    String note,
    String target,
    Tone tone,
    boolean live) {}
