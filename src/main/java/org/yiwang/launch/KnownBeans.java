package org.yiwang.launch;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Says before the first bean is made that all are known, so that the factory may remember which
 * ones have a type. It would do so by itself only after the web server's beans, most of a start.
 */
@Component
final class KnownBeans implements BeanFactoryPostProcessor, Ordered {
  /** Looks through all beans for endpoints of a kind that is going out of use; there are none. */
  private static final String OLD_ENDPOINTS = "servletEndpointRegistrar";

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (beans.containsBeanDefinition(OLD_ENDPOINTS)) {
      ((BeanDefinitionRegistry) beans).removeBeanDefinition(OLD_ENDPOINTS);
    }
    beans.freezeConfiguration();
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
