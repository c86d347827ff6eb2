package org.yiwang.credential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.journal.Actor;

/**
 * An uploaded paper that an officer has compared with the original (已核材料).
 *
 * @param holder whose paper it is
 * @param title what it is, e.g. 房屋租赁合同
 * @param media its kind, e.g. {@code application/pdf}, {@code image/jpeg}
 * @param file the file as uploaded, at most 10 MB
 * @param valid how long the copy counts (有效期), in calendar days; null where it never ages
 * @param unit id of the unit whose officer checked it
 * @param caseNumber the case for which it was checked
 * @param by the officer
 */
public record CheckedPaper(
    UUID holder,
    String title,
    String media,
    byte[] file,
    @Nullable TimeLimit valid,
    String unit,
    String caseNumber,
    Actor by) {}
