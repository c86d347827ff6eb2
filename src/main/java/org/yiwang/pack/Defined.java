package org.yiwang.pack;

/**
 * One definition (定义) read from a pack.
 *
 * @param application id of the application that defines it; empty for the district's own files
 * @param id the definition's id: its {@code id} key, or its row's first column
 * @param value the definition itself
 * @param source where it stands
 */
public record Defined<T>(String application, String id, T value, Source source) {}
