package dev.heddle.functions.triggers.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.statemachines.language.Issue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 9 ? * MON-FRI *",
        "0 12 * * ? *",
        "15 10 ? * 6L 2019-2022",
        "0/15 * * * ? *",
        "0 8 1 * ? *",
        "0 18 L * ? *",
        "0 18 15W JAN,JUL ? *",
        "0 9 ? * 2#1 *",
        "*/5 8-17 ? * MON,WED,FRI 2030"
      })
  void takes(String expression) {
    assertThat(issues("'kind':'cron','expression':'" + expression + "'", "UTC")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 9 * * *",
        "0 9 * * * *",
        "0 9 ? * ? *",
        "60 9 ? * MON *",
        "0 24 ? * MON *",
        "0 9 32 * ? *",
        "0 9 ? 13 MON *",
        "0 9 ? * 8 *",
        "0 9 ? * MON 1969",
        "0 9 ? * MON * *",
        "cron(0 9 ? * MON *)",
        "every day",
        "@daily"
      })
  void refuses(String expression) {
    assertThat(issues("'kind':'cron','expression':'" + expression + "'", "UTC"))
        .extracting(Issue::field)
        .containsExactly("schedule.expression");
  }

  @Test
  void refusesAnUnknownTimeZone() {
    assertThat(issues("'kind':'rate','every':5,'unit':'minutes'", "Europe/Atlantis"))
        .extracting(Issue::node, Issue::field, Issue::severity)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("s1", "timeZone", Issue.Severity.ERROR));
    assertThat(issues("'kind':'rate','every':5,'unit':'minutes'", "Europe/Berlin")).isEmpty();
  }

  @Test
  void survivesWhateverADocumentHolds() {
    assertThat(
            ScheduleRules.issues(Wire.JSON.readTree("{\"nodes\":[1,{\"type\":\"schedule@1\"}]}")))
        .isEmpty();
    assertThat(ScheduleRules.issues(Wire.JSON.readTree("[]"))).isEmpty();
  }

  private static List<Issue> issues(String schedule, String zone) {
    String graph =
        "{'nodes':[{'id':'s1','type':'schedule@1','config':{'schedule':{"
            + schedule
            + "},'timeZone':'"
            + zone
            + "'}}]}";
    return ScheduleRules.issues(Wire.JSON.readTree(graph.replace('\'', '"')));
  }
}
