package org.yiwang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.TestDatabase;

/**
 * A test of the whole program on a random port: put it on the class. The running program is shared
 * by all test classes with the same settings (and with it its database), because starting it takes
 * seconds; so such tests make their own cases and accounts and count only those.
 *
 * <p>The pack is {@code packs/yangpu}; another one with {@code @TestPropertySource(properties =
 * "yiwang.pack=packs/_toy")}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Yiwang.class,
    properties = "yiwang.limits.enabled=false",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ProgramTest.FreshDatabase.class)
public @interface ProgramTest {
  /** Gives each program a fresh database. */
  class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      DatabaseAddress address = TestDatabase.empty();
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context,
          "yiwang.data=target/test-data",
          "yiwang.db.url=" + address.url(),
          "yiwang.db.user=" + address.user(),
          "yiwang.db.password=" + address.password());
    }
  }
}
