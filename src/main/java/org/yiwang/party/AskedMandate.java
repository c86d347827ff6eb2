package org.yiwang.party;

import java.time.LocalDate;
import java.util.Set;

/**
 * What somebody asks who wants to act for another (请求代办).
 *
 * @param named whom they name: by account, whole identifier, or name
 * @param lastFour last four digits of a telephone or identity number, with a name
 * @param matters ids of matters; empty for all
 * @param until the last day
 */
public record AskedMandate(String named, String lastFour, Set<String> matters, LocalDate until) {}
