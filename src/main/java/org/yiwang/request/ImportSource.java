package org.yiwang.request;

import java.nio.file.Path;

/** A file to import, and how it is read. */
record ImportSource(Path file, String application, ImportMapping mapping) {}
