package org.yiwang.calendar;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;

/** Makes the district's clock and working calendar. */
@Configuration(proxyBeanMethods = false)
class CalendarBeans {
  /** The machine's clock, unless a bean named {@code realClock} takes its place, as in tests. */
  @Bean
  DistrictTime districtTime(
      District district, @Qualifier("realClock") ObjectProvider<InstantSource> realClock) {
    return new DistrictTime(
        realClock.getIfAvailable(InstantSource::system), district.definition().zone());
  }

  @Bean
  WorkingCalendar workingCalendar(District district) {
    CalendarDefinition definition =
        district.list(CalendarPackPart.CALENDAR).stream()
            .findFirst()
            .map(Defined::value)
            .orElseGet(CalendarDefinition::usual);
    List<Holidays.Year> years =
        HolidayFiles.matching(district::file, definition.holidays()).stream()
            .map(HolidayFiles::read)
            .toList();
    return new CountedCalendar(
        new OfficeDays(definition, new Holidays(years), district.definition().zone()));
  }
}
