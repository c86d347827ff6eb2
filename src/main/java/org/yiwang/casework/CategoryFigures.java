package org.yiwang.casework;

/**
 * Public counts of one category over a time (公开数据); no case can be made out from them.
 *
 * @param opened opened in that time
 * @param closed closed in that time
 * @param onTime of these, closed before the case was due
 * @param open open now, whenever it was opened
 */
public record CategoryFigures(
    String category, String group, long opened, long closed, long onTime, long open) {}
