package org.yiwang.casework;

/**
 * Public counts of one category over a time (公开数据); no case can be made out from them.
 *
 * @param opened opened in that time
 * @param closed closed in that time
 * @param onTime of these, closed before the case was due
 * @param late of these, closed after it; those whose time never ran are in neither
 * @param open somebody inside has to act now, whenever it was opened; as every board counts it
 */
public record CategoryFigures(
    String category, String group, long opened, long closed, long onTime, long late, long open) {}
