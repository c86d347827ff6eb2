package org.yiwang.pack;

/**
 * A file of the pack that a definition names (包内文件), e.g. a GeoJSON file of areas. In the YAML it
 * is written relative to the folder of the district or application that names it. A definition that
 * holds one has been checked: the file is there, inside the pack's folder, and not a symbolic link.
 *
 * @param path relative to the district's folder, with {@code /}; give it to {@link District#file}
 */
public record PackFile(String path) {}
