package org.yiwang.casework;

import org.yiwang.page.Tone;

/** A case's deadline in words, with its colour (时限标签): the same on a desk, a case and the wall. */
public record DueTag(String words, Tone tone) {}
