package org.yiwang.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseWay;
import org.yiwang.casework.Offer;
import org.yiwang.identity.AccessLog;
import org.yiwang.page.Photo;
import org.yiwang.page.StepMark;
import org.yiwang.page.TimelineEntry;

/**
 * A request as whoever reported or follows it sees it (诉求公开页).
 *
 * @param due until when the present step is to be done, in words; null without a clock
 * @param place where it is, in words
 * @param photos what the person sent; empty for a follower
 * @param offers what the person may do now
 * @param receipt the receipt code; null for a follower, and for what is no report
 * @param phone whom to call
 * @param followers how many others follow it
 * @param looks who saw the telephone number in full; empty for a follower
 * @param joinedTo the number under which it goes on, where it repeated another
 */
record RequestView(
    Case of,
    boolean reporter,
    CaseWay way,
    List<StepMark> steps,
    @Nullable String due,
    String place,
    List<TimelineEntry> lines,
    List<Photo> photos,
    List<Offer> offers,
    @Nullable String receipt,
    String phone,
    long followers,
    @Nullable String joinedTo,
    List<AccessLog.Look> looks) {}
