package org.yiwang.request;

/**
 * That somebody may look at a request (查询凭证).
 *
 * @param reporter whether the person reported it; else the person follows it
 */
record Proof(String number, boolean reporter) {}
