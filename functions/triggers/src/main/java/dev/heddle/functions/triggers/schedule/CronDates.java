package dev.heddle.functions.triggers.schedule;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether the calendar has a date that a cron expression asks for. */
final class CronDates {
  private static final CronParser PARSER = new CronParser(fields());
  private static final ZonedDateTime BEFORE_ALL_YEARS =
      LocalDateTime.of(1969, 12, 31, 23, 59).atZone(ZoneOffset.UTC);

  // cron-utils looks 100 years ahead and gives up, which bounds the search for a date that never
  // comes; three looks reach the last year, 2199.
  private static final int YEARS_SEARCHED = 100;

  private CronDates() {}

  /** What is wrong with an expression of which each field is right. */
  static Optional<String> problem(String expression) {
    ExecutionTime times = ExecutionTime.forCron(PARSER.parse(expression));
    return Stream.of(0, YEARS_SEARCHED, 2 * YEARS_SEARCHED)
            .map(BEFORE_ALL_YEARS::plusYears)
            .anyMatch(start -> times.nextExecution(start).isPresent())
        ? Optional.empty()
        : Optional.of("This schedule never runs: no date matches these days, months and years.");
  }

  private static CronDefinition fields() {
    return CronDefinitionBuilder.defineCron()
        .withMinutes()
        .withValidRange(0, 59)
        .and()
        .withHours()
        .withValidRange(0, 23)
        .and()
        .withDayOfMonth()
        .withValidRange(1, 31)
        .supportsL()
        .supportsW()
        .supportsLW()
        .supportsQuestionMark()
        .and()
        .withMonth()
        .withValidRange(1, 12)
        .and()
        .withDayOfWeek()
        .withValidRange(1, 7)
        .withMondayDoWValue(2)
        .supportsHash()
        .supportsL()
        .supportsQuestionMark()
        .and()
        .withYear()
        .withValidRange(1970, 2199)
        .and()
        .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
        .instance();
  }
}
