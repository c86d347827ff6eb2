package org.yiwang.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.journal.Actor;

/**
 * What is needed to open a case (立案要素).
 *
 * @param application the application whose lifecycle it runs on
 * @param lifecycle id of that lifecycle; the newest version is taken
 * @param limit the category's time limit
 * @param proposedUnit the unit the category points to, resolved for this place
 * @param photos ids from {@link CasePhotos}, not yet bound to a case
 * @param externalKey key of the system it came from; the same key opens nothing twice
 * @param actor who reports
 */
public record NewCase(
    String application,
    String lifecycle,
    TimeLimit limit,
    Case.About about,
    Case.Where where,
    @Nullable String proposedUnit,
    Case.Origin origin,
    List<UUID> photos,
    boolean invented,
    @Nullable String externalKey,
    Actor actor) {}
