package dev.heddle.localstack.aws.services.scheduler;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;

/**
 * The six fields of EventBridge: minutes, hours, day of month, month, day of week (Sunday is 1),
 * year; one of the two days is a question mark.
 */
final class CronFields {
  static final CronDefinition DEFINITION =
      years(days(times(CronDefinitionBuilder.defineCron())))
          .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
          .instance();

  private CronFields() {}

  private static CronDefinitionBuilder times(CronDefinitionBuilder builder) {
    return builder
        .withMinutes()
        .withValidRange(0, 59)
        .withStrictRange()
        .and()
        .withHours()
        .withValidRange(0, 23)
        .withStrictRange()
        .and();
  }

  private static CronDefinitionBuilder days(CronDefinitionBuilder builder) {
    return builder
        .withDayOfMonth()
        .withValidRange(1, 31)
        .supportsL()
        .supportsW()
        .supportsLW()
        .supportsQuestionMark()
        .and()
        .withDayOfWeek()
        .withValidRange(1, 7)
        .withMondayDoWValue(2)
        .supportsHash()
        .supportsL()
        .supportsQuestionMark()
        .and();
  }

  private static CronDefinitionBuilder years(CronDefinitionBuilder builder) {
    return builder
        .withMonth()
        .withValidRange(1, 12)
        .withStrictRange()
        .and()
        .withYear()
        .withValidRange(1970, 2199)
        .withStrictRange()
        .and();
  }
}
