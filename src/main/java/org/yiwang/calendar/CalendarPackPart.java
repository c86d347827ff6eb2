package org.yiwang.calendar;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.DefinitionType.Level;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** The calendar's part of a pack: {@code calendar.yaml} and the holiday files it names. */
@Component
final class CalendarPackPart implements PackPart {
  static final DefinitionType<CalendarDefinition> CALENDAR =
      DefinitionType.yaml("calendar", Level.DISTRICT, "calendar.yaml", CalendarDefinition.class);

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(CALENDAR);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new HoursCheck(), new HolidayFilesCheck());
  }
}
