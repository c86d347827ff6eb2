package org.yiwang.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "Yiwang " + number(), "Java " + Runtime.version() + " · " + System.getProperty("os.name")
    };
  }

  static String number() throws IOException {
    try (InputStream build = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
      Properties facts = new Properties();
      if (build != null) {
        facts.load(build);
      }
      return facts.getProperty("build.version", "(development)");
    }
  }
}
