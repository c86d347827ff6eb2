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
    } catch (RuntimeException unreadable) {
      return Optional.of("It cannot be read: " + unreadable.getMessage());
    }
    return heard.stream()
        .filter(
            event -> event.getSeverity() != Severity.INFO && event.getSeverity() != Severity.TRACE)
        .map(FEELEvent::getMessage)
        .findFirst();
  }

  private static CompilerContext context(FEEL feel, Set<String> names) {
    CompilerContext context = feel.newCompilerContext();
    names.forEach(name -> context.addInputVariable(name, null));
    return context;
  }
}
