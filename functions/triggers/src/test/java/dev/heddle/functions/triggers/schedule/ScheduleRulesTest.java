package dev.heddle.functions.triggers.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.ConfigBinder;
import dev.heddle.statemachines.language.Issue;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ScheduleRulesTest {

  @Test
  void takesACronExpressionWithBlanksAround() {
    assertThat(issues("'kind':'cron','expression':' 0 9 ? * MON-FRI * '", "UTC")).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithACronExpression() {
    assertThat(issues("'kind':'cron','expression':'0 22-2 * * ? *'", "UTC"))
        .extracting(Issue::field, Issue::message)
        .containsExactly(
            tuple("schedule.expression", "The hours 22-2 run backwards. Use 22-23,0-2."));
  }

  @Test
  void refusesAnUnknownTimeZone() {
    assertThat(issues("'kind':'rate','every':5,'unit':'minutes'", "Europe/Atlantis"))
        .extracting(Issue::node, Issue::field, Issue::severity)
        .containsExactly(tuple("s1", "timeZone", Issue.Severity.ERROR));
    assertThat(issues("'kind':'rate','every':5,'unit':'minutes'", "Europe/Berlin")).isEmpty();
  }

  @Test
  void refusesAPayloadThatNoRunCanBeStartedWith() {
    String payload = "'" + "x".repeat(200 * 1024) + "'";
    assertThat(issues("'kind':'rate','every':5,'unit':'minutes'", "UTC", payload))
        .extracting(Issue::field)
        .containsExactly("payload");
  }

  @Test
  void tellsEverythingAtOnceAndLeavesToTheFormWhatIsTheForms() {
    assertThat(issues("'kind':'cron','expression':'at noon'", "Europe/Atlantis"))
        .extracting(Issue::field)
        .containsExactly("schedule.expression", "timeZone");
    assertThat(issues("'kind':'sometimes'", "Europe/Atlantis"))
        .extracting(Issue::field)
        .containsExactly("timeZone");
  }

  private static List<Issue> issues(String schedule, String zone) {
    return issues(schedule, zone, "null");
  }

  private static List<Issue> issues(String schedule, String zone, String payload) {
    String config =
        "{'schedule':{%s},'timeZone':'%s','payload':%s}".formatted(schedule, zone, payload);
    ObjectNode settings = (ObjectNode) WireJson.MAPPER.readTree(config.replace('\'', '"'));
    return new ScheduleTrigger()
        .check("s1", ConfigBinder.bindLenient(ScheduleConfig.class, settings));
  }
}
