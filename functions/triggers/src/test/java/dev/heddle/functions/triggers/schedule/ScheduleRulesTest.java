package dev.heddle.functions.triggers.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.statemachines.language.Issue;
import java.util.List;
import org.junit.jupiter.api.Test;

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
            tuple("schedule.expression", "The hours 22-2 run backwards. Write 22-23,0-2."));
  }

  @Test
  void refusesAnUnknownTimeZone() {
    assertThat(issues("'kind':'rate','every':5,'unit':'minutes'", "Europe/Atlantis"))
        .extracting(Issue::node, Issue::field, Issue::severity)
        .containsExactly(tuple("s1", "timeZone", Issue.Severity.ERROR));
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
