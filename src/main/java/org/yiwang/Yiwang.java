package org.yiwang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.aot.AbstractAotProcessor;
import org.yiwang.launch.Launch;

/**
 * ENTRY POINT. What happens when the program starts:
 *
 * <ol>
 *   <li>{@code ./yiwang} finds a JDK 25, builds what is not built and calls {@link #main}.
 *   <li>{@code launch} reads the command line. Most commands end here; {@code start} goes on.
 *   <li>The data folder is locked for this process, and the embedded PostgreSQL starts beside
 *       everything that follows (or {@code YIWANG_DB_URL} names an outside one).
 *   <li>Spring makes the beans of all modules: {@code pack} reads and checks the district's pack,
 *       the data source brings the district's schema up to date ({@code db/<module>/V….sql}), and
 *       each module takes from the pack what it understands.
 *   <li>The web server opens its port, {@code /actuator/health} says UP, and the addresses are
 *       printed.
 *   <li>SIGTERM or Ctrl-C: requests under way are finished, beans are closed, PostgreSQL stops.
 * </ol>
 *
 * <p>Beans are named with their package, so that two modules may use the same word for a class.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Yiwang {
  public static void main(String[] arguments) {
    if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
      SpringApplication.run(Yiwang.class); // the build asks which beans there are, and runs none
      return;
    }
    System.exit(Launch.run(Yiwang.class, arguments));
  }
}
