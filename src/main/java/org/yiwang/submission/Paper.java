package org.yiwang.submission;

import java.util.UUID;

/** A file that somebody uploaded (上传材料), without its content. */
record Paper(UUID id, String account, String name, String type) {}
