package dev.heddle.functions.triggers.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.ShapeValidator;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.ConfigBinder;
import dev.heddle.statemachines.language.Issue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OnceTriggerTest {
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private final OnceTrigger trigger = new OnceTrigger();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'at':'2027-01-31T09:00'} | ",
        "{'at':'2027-01-31T09:00:30','timeZone':'Europe/Berlin','payload':[1]} | ",
        "{} | at",
        "{'at':''} | at",
        "{'at':7} | at",
        "{'at':'tomorrow'} | at",
        "{'at':'2027-01-31'} | at",
        "{'at':'2027-01-31 09:00'} | at",
        "{'at':'2027-01-31T09:00Z'} | at",
        "{'at':'2027-01-31T09:00+01:00'} | at",
        "{'at':'2027-01-31T09:00','timeZone':''} | timeZone"
      })
  void takesItsConfig(String config, @Nullable String wrongField) {
    List<FieldError> errors = ShapeValidator.of(RecordShapes.of(OnceConfig.class), json(config));

    assertThat(errors)
        .extracting(FieldError::field)
        .containsExactlyElementsOf(wrongField == null ? List.of() : List.of(wrongField));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'at':'2027-01-31T09:00'}",
        "{'at':'2028-02-29T23:59:59','timeZone':'Europe/Berlin'}",
        "{'at':'2027-03-28T02:30'}",
        "{'at':'2027-10-31T02:30','timeZone':'Europe/Berlin'}",
        "{'at':'1999-12-31T23:59'}",
        "{'at':'tomorrow'}",
        "{}"
      })
  void refusesNothingThatComesOrIsTheForms(String config) {
    assertThat(issues(config)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'at':'2027-02-30T09:00'} | at | “2027-02-30T09:00” isn't a valid date and time.",
        "{'at':'2027-02-29T09:00'} | at | “2027-02-29T09:00” isn't a valid date and time.",
        "{'at':'2027-13-01T09:00'} | at | “2027-13-01T09:00” isn't a valid date and time.",
        "{'at':'2027-01-31T24:00'} | at | “2027-01-31T24:00” isn't a valid date and time.",
        "{'at':'2200-01-31T09:00'} | at | The year must be between 1970 and 2199.",
        "{'at':'2027-03-28T02:30','timeZone':'Europe/Berlin'} | at"
            + " | 2027-03-28T02:30 doesn't exist in Europe/Berlin because the clocks go forward then.",
        "{'at':'2027-01-31T09:00','timeZone':'Europe/Atlantis'} | timeZone"
            + " | There is no time zone named Europe/Atlantis."
      })
  void saysWhatIsWrong(String config, String field, String message) {
    Issue issue = issues(config).getFirst();

    assertThat(issue.node()).isEqualTo("n");
    assertThat(issue.field()).isEqualTo(field);
    assertThat(issue.message()).isEqualTo(message);
    assertThat(issue.severity()).isEqualTo(Issue.Severity.ERROR);
  }

  @Test
  void tellsEverythingAtOnce() {
    String payload = "x".repeat(200 * 1024);

    assertThat(
            issues(
                "{'at':'2027-02-30T09:00','timeZone':'Europe/Atlantis','payload':'"
                    + payload
                    + "'}"))
        .extracting(Issue::field)
        .containsExactly("at", "timeZone", "payload");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-31T09:00, at(2027-01-31T09:00:00)",
    "2027-01-31T09:00:30, at(2027-01-31T09:00:30)"
  })
  void asksForOneTimer(String at, String expression) {
    String more = "','timeZone':'Europe/Berlin','payload':[1]}";
    assertThat(timers("{'at':'" + at + more))
        .containsExactly(new Timer("n", expression, "Europe/Berlin", json("[1]")));
    assertThat(timers("{'at':'" + at + "'}"))
        .containsExactly(new Timer("n", expression, "UTC", json("null")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'at':null}", "{'at':'tomorrow'}", "{'at':'2027-02-30T09:00'}"})
  void asksForNoneWithoutATime(String config) {
    assertThat(timers(config)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01T00:00:01, UTC, true",
    "2027-01-01T00:00:00, UTC, false",
    "2026-12-31T23:59:59, UTC, false",
    "2027-01-01T00:30, Europe/Berlin, false",
    "2026-12-31T23:30, America/New_York, true"
  })
  void asksForNoneOnceItHasCome(String at, String zone, boolean toCome) {
    assertThat(timers("{'at':'" + at + "','timeZone':'" + zone + "'}")).hasSize(toCome ? 1 : 0);
  }

  private List<Issue> issues(String config) {
    return trigger.check("n", fitting(config));
  }

  private List<Timer> timers(String config) {
    return trigger.timers("n", fitting(config), NOW);
  }

  private static OnceConfig fitting(String config) {
    return ConfigBinder.bindLenient(OnceConfig.class, (ObjectNode) json(config));
  }

  private static JsonNode json(String text) {
    return WireJson.MAPPER.readTree(text.replace('\'', '"'));
  }
}
