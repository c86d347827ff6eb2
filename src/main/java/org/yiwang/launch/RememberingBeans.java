package org.yiwang.launch;

import java.util.stream.Stream;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Finds the beans of a type with parameters among those of the bare type, which the factory
 * remembers. Its own way looks at every one of some seven hundred beans each time, and a start asks
 * for such types a hundred times.
 */
final class RememberingBeans extends DefaultListableBeanFactory {
  @Override
  public String[] getBeanNamesForType(ResolvableType type, boolean nonSingletons, boolean eager) {
    Class<?> bare = type.resolve();
    if (bare == null || !type.hasGenerics() || !isConfigurationFrozen() || !eager) {
      return super.getBeanNamesForType(type, nonSingletons, eager);
    }
    return Stream.of(getBeanNamesForType(bare, nonSingletons, true))
        .filter(name -> isTypeMatch(name, type))
        .toArray(String[]::new);
  }
}
