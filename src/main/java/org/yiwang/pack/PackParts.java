package org.yiwang.pack;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What the modules understand of packs.
 *
 * @param all whether no module is missing, so that a file nobody reads is a fault
 */
record PackParts(List<PackPart> parts, boolean all) {
  static PackParts some(List<PackPart> parts) {
    return new PackParts(parts, false);
  }

  /**
   * The parts of all modules, in the order of their names, without starting the program. They are
   * called {@code …PackPart}; a test holds that.
   */
  static PackParts find() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(PackPart.class));
    scan.setResourcePattern("**/*PackPart.class");
    List<PackPart> parts =
        scan.findCandidateComponents("org.yiwang").stream()
            .map(found -> String.valueOf(found.getBeanClassName()))
            .sorted(Comparator.naturalOrder())
            .map(PackParts::make)
            .toList();
    return new PackParts(parts, true);
  }

  /** The types of this module and of all parts. */
  List<DefinitionType<?>> types() {
    List<DefinitionType<?>> types = new ArrayList<>();
    types.add(DistrictDefinition.TYPE);
    types.add(ApplicationDefinition.TYPE);
    parts.forEach(part -> types.addAll(part.types()));
    return types;
  }

  private static PackPart make(String className) {
    try {
      Constructor<?> constructor =
          ClassUtils.forName(className, PackParts.class.getClassLoader()).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (PackPart) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className + " needs a constructor without arguments", e);
    }
  }
}
