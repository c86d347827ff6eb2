package org.yiwang.pack;

import java.lang.reflect.Constructor;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the modules' parts without starting the program. */
final class PackParts {
  private PackParts() {}

  /**
   * All parts, in the order of their names. They are called {@code …PackPart}; a test holds that.
   */
  static List<PackPart> find() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(PackPart.class));
    scan.setResourcePattern("**/*PackPart.class");
    return scan.findCandidateComponents("org.yiwang").stream()
        .map(found -> String.valueOf(found.getBeanClassName()))
        .sorted(Comparator.naturalOrder())
        .map(PackParts::make)
        .toList();
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
