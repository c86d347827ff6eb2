package org.yiwang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules keep to their floors: calls go down only, through public doors. */
class ModuleTests {
  private static final ApplicationModules MODULES = ApplicationModules.of(Yiwang.class);

  @Test
  void callsGoDownOnlyAndThroughPublicDoors() {
    MODULES.verify();
  }

  @Test
  void everyModuleHasAPageAboutItself() {
    List<String> without =
        MODULES.stream()
            .map(ApplicationModule::getBasePackage)
            .map(base -> base.getName().replace('.', '/'))
            .filter(folder -> !Files.exists(Path.of("src/main/java", folder, "package.md")))
            .toList();
    assertEquals(List.of(), without, "modules without a package.md");
  }

  @Test
  void theIndexNamesEveryModule() throws IOException {
    String index = Files.readString(Path.of("ARCHITECTURE.md"));
    Stream<String> names =
        MODULES.stream().map(module -> "org/yiwang/" + module.getIdentifier() + "/package.md");
    assertEquals(List.of(), names.filter(name -> !index.contains(name)).toList());
  }
}
