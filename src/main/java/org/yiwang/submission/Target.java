package org.yiwang.submission;

/** What is applied for (申办对象): one matter, or a bundle of them. */
record Target(Kind kind, String id) {
  enum Kind {
    MATTER,
    BUNDLE
  }

  static Target matter(String id) {
    return new Target(Kind.MATTER, id);
  }

  static Target bundle(String id) {
    return new Target(Kind.BUNDLE, id);
  }

  /** As {@link #toString} wrote it. */
  static Target parse(String written) {
    int colon = written.indexOf(':');
    return written.startsWith("bundle:")
        ? bundle(written.substring(colon + 1))
        : matter(written.substring(colon + 1));
  }

  @Override
  public String toString() {
    return (kind == Kind.BUNDLE ? "bundle:" : "matter:") + id;
  }

  /** Where it is begun. */
  String apply() {
    return (kind == Kind.BUNDLE ? "/apply/bundles/" : "/apply/") + id;
  }

  /** The start page. */
  String href() {
    return (kind == Kind.BUNDLE ? "/bundles/" : "/matters/") + id;
  }
}
