package org.yiwang.request;

import java.util.List;
import org.yiwang.pack.Text;

/** Categories that stand together (大类), in the order of the pack. */
public record CategoryGroup(String id, Text name, List<Category> categories) {}
