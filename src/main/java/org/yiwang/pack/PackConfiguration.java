package org.yiwang.pack;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the district's pack when the program starts. */
@Configuration(proxyBeanMethods = false)
class PackConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(PackConfiguration.class);

  @Bean
  District district(
      @Value("${yiwang.pack:packs/yangpu}") Path folder,
      @Value("${yiwang.data:data}") Path data,
      List<PackPart> parts) {
    District district =
        PackInspection.of(folder, new PackParts(parts, true), new SoundPack(data)).load();
    district.refused().forEach(PackConfiguration::tell);
    return district;
  }

  private static void tell(String application, List<Problem> problems) {
    LOG.error("The application {} is refused: {} problems", application, problems.size());
    problems.forEach(problem -> LOG.error("{}", problem));
  }
}
