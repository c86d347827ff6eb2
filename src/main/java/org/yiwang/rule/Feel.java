package org.yiwang.rule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

/** KIE's FEEL, interpreted. */
final class Feel {
  private static final int MOST_KEPT = 10_000;
  private static final Cache<Known, CompiledExpression> PARSED =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  private static final Pattern STOPPED = Pattern.compile("(?:input|missing .* at) ('.*?'(?= |$))");

  private Feel() {}

  /** The same text means another thing where other names are known. */
  private record Known(String text, Set<String> names) {}

  static @Nullable Object value(String text, Map<String, ?> facts) {
    FEEL feel = FEELBuilder.builder().build();
    CompiledExpression parsed =
        PARSED.get(
            new Known(text, new TreeSet<>(facts.keySet())),
            known -> feel.compile(known.text(), context(feel, known.names())));
    return feel.evaluate(parsed, new HashMap<>(facts));
  }

  static Optional<String> fault(String text, Set<String> names) {
    FEEL feel = FEELBuilder.builder().build();
    List<FEELEvent> heard = new ArrayList<>();
    feel.addListener(heard::add);
    try {
      feel.compile(text, context(feel, names));
    } catch (RuntimeException brokenOff) {
      return first(heard).or(() -> Optional.of("it cannot be read"));
    }
    return first(heard);
  }

  private static Optional<String> first(List<FEELEvent> heard) {
    return heard.stream()
        .filter(
            event -> event.getSeverity() != Severity.INFO && event.getSeverity() != Severity.TRACE)
        .map(event -> plainly(event.getMessage()))
        .findFirst();
  }

  /** The parser lists all that it would have taken: thirty signs of which nobody needs one. */
  private static String plainly(String message) {
    Matcher stopped = STOPPED.matcher(message);
    if (!stopped.find()) {
      return message;
    }
    String at = stopped.group(1);
    return at.endsWith("<EOF>'") ? "something is missing at its end" : "it cannot be read at " + at;
  }

  private static CompilerContext context(FEEL feel, Set<String> names) {
    CompilerContext context = feel.newCompilerContext();
    names.forEach(name -> context.addInputVariable(name, null));
    return context;
  }
}
