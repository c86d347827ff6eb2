package org.yiwang.matter;

import org.yiwang.pack.Text;

/**
 * One line of {@code life-events.csv}: a moment in the life of a person or firm (人生事件, 企业生命周期).
 *
 * @param who for whom
 */
record LifeEventRow(String id, Text name, Matter.Applicant who) {}
