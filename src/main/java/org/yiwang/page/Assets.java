package org.yiwang.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Addresses of style sheets, scripts and browser libraries. Own files stand under one version, the
 * hash of all of them, so that modules which import each other by relative paths stay together and
 * browsers may keep them for a year.
 */
final class Assets {
  static final String PREFIX = "/assets/";
  private final String version;
  private final Map<String, String> libraryVersions = new ConcurrentHashMap<>();

  private Assets(String version) {
    this.version = version;
  }

  /** For a running program: the version is the content's hash. */
  static Assets hashed() {
    return new Assets(hash());
  }

  /** For whoever edits the files: one version that is never kept. */
  static Assets edited() {
    return new Assets("edited");
  }

  String own(String file) {
    return PREFIX + version + "/" + file;
  }

  /** The library's version is read from what its jar says of itself. */
  String library(String name, String file) {
    return "/webjars/"
        + name
        + "/"
        + libraryVersions.computeIfAbsent(name, Assets::read)
        + "/"
        + file;
  }

  private static String read(String library) {
    String where = "META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
    try (InputStream in = new ClassPathResource(where).getInputStream()) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException absent) {
      throw new UncheckedIOException("no browser library named " + library, absent);
    }
  }

  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:/static/**");
      Arrays.sort(files, Comparator.comparing(Resource::getDescription));
      for (Resource file : files) {
        if (file.isReadable()) {
          digest.update(file.getContentAsByteArray());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 5);
    } catch (IOException | NoSuchAlgorithmException broken) {
      throw new IllegalStateException("static files cannot be read", broken);
    }
  }
}
