package org.yiwang.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;
import org.yiwang.place.PlacesDefinition.NamedFile;

/** Makes the district's ground from its pack. */
@Configuration(proxyBeanMethods = false)
class PlaceBeans {
  @Bean
  Ground ground(District district) {
    PlacesDefinition definition = definition(district);
    return definition == null ? Ground.none() : Ground.read(definition, district::file);
  }

  @Bean
  Places places(District district, Ground ground) {
    List<Landmark> committees =
        district.list(PlacePackPart.COMMITTEES).stream()
            .map(row -> row.value().landmark())
            .toList();
    PlacesDefinition definition = definition(district);
    Text areaWord = definition == null ? PlacesDefinition.STREET : definition.areaWord();
    return new PackPlaces(ground, areaWord, landmarks(district), committees);
  }

  @Bean
  LayerFiles layerFiles(District district, Ground ground) {
    return LayerFiles.of(ground, landmarks(district));
  }

  @Bean
  Maps maps(District district, Ground ground) {
    return new Maps(ground, landmarks(district));
  }

  private static List<Landmark> landmarks(District district) {
    PlacesDefinition definition = definition(district);
    NamedFile file = definition == null ? null : definition.landmarks();
    return file == null
        ? List.of()
        : district.list(PlacePackPart.LANDMARKS).stream()
            .filter(row -> row.source().file().equals(file.file().path()))
            .map(row -> row.value().landmark())
            .toList();
  }

  private static @Nullable PlacesDefinition definition(District district) {
    return district.list(PlacePackPart.PLACES).stream()
        .findFirst()
        .map(Defined::value)
        .orElse(null);
  }
}
