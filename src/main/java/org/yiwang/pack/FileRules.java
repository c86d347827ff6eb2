package org.yiwang.pack;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;

/**
 * Which files a pack may hold. A pack is reviewed by people who read declarations, so nothing that
 * runs, styles or opens a door belongs in it.
 */
final class FileRules {
  private static final Set<String> ALLOWED =
      Set.of(
          "yaml", "csv", "geojson", "json", "md", "txt", "gz", "pdf", "png", "jpg", "jpeg", "webp");
  private static final Set<String> SECRETS =
      Set.of("pem", "key", "p12", "pfx", "jks", "keystore", "ppk", "env", "kdbx", "der", "gpg");
  private static final Set<String> PLAIN_NAMES = Set.of("license", "notice", "readme", "copying");

  private FileRules() {}

  static boolean allows(String file, BasicFileAttributes attributes, ProblemList problems) {
    Source source = new Source(file, 1);
    String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (!attributes.isRegularFile()) {
      String todo = "Put the file itself here.";
      problems.add(source, "FILE-02", "This is a link, not a file.", todo);
    } else if (SECRETS.contains(ending) || name.startsWith("id_rsa")) {
      String todo = "Remove it, and change the secret: it has been seen.";
      problems.add(source, "FILE-07", "This looks like a key or a password.", todo);
    } else if (ending.equals("yml")) {
      problems.add(source, "FILE-01", "A pack's YAML files end in .yaml.", "Rename it.");
    } else if (ALLOWED.contains(ending) || PLAIN_NAMES.contains(name)) {
      return true;
    } else if (!name.startsWith(".")) {
      String todo = "Remove it; a pack declares and holds no programs, pages or styles.";
      problems.add(source, "FILE-01", "A file of this kind does not belong in a pack.", todo);
    }
    return false;
  }
}
