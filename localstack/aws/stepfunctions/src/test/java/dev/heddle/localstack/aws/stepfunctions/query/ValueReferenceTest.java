package dev.heddle.localstack.aws.stepfunctions.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A plain reference gives what the evaluator gives, and leaves to it what has rules of its own. */
class ValueReferenceTest {
  private static final JsonNode INPUT =
      Json.parse(
          "{\"a\":{\"b\":[1,{\"c\":2}],\"n\":null,\"f\":1.0,\"d\":1.5,\"t\":true},\"s\":\"x\","
              + "\"one\":[7],\"none\":[],\"rows\":[{\"v\":1},{\"v\":2}],\"empty\":{}}");

  private static EvaluationContext data() {
    return new EvaluationContext(
        INPUT,
        Json.parse("[1]"),
        null,
        Map.of("x", Json.parse("{\"y\":{\"z\":[3]}}"))::get,
        () -> Json.object().put("Name", "run"),
        Instant.EPOCH);
  }

  /** In brackets an expression is no plain reference any more. */
  private static String evaluated(String text) throws JsonataExpression.CompileFailure {
    try {
      return JsonataExpression.compile(text).evaluate(data(), "Output").toString();
    } catch (StateFault undefined) {
      return "undefined";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input",
        "$states.input.a",
        "$states.input.a.b",
        "$states.input.a.n",
        "$states.input.a.n.x",
        "$states.input.a.f",
        "$states.input.a.d",
        "$states.input.a.t",
        "$states.input.s",
        "$states.input.s.x",
        "$states.input.one",
        "$states.input.none",
        "$states.input.rows.v",
        "$states.input.rows",
        "$states.input.empty",
        "$states.input.missing",
        "$states.result",
        "$states.errorOutput",
        "$states.context.Name",
        "$states.context",
        "$states.nothing",
        "$states",
        "$x",
        "$x.y.z",
        "$x.q",
        "$unknown",
        "$sum"
      })
  void givesWhatTheEvaluatorGives(String text) throws JsonataExpression.CompileFailure {
    assertThat(evaluated(text)).isEqualTo(evaluated("(" + text + ")"));
  }

  @Test
  void isOnlyAPlainPath() {
    assertThat(ValueReference.of("$states.input.a")).isNotNull();
    assertThat(ValueReference.of("$states.input.a[0]")).isNull();
    assertThat(ValueReference.of("$x.and")).isNull();
    assertThat(ValueReference.of("$x . y")).isNull();
    assertThat(ValueReference.of("$$")).isNull();
    assertThat(ValueReference.of("x.y")).isNull();
    assertThat(ValueReference.of("$x + 1")).isNull();
  }

  @Test
  void valuesAreFoundWithoutTheEvaluator() {
    assertThat(find("$states.input.a.b")).isEqualTo(Json.parse("[1,{\"c\":2}]"));
    assertThat(find("$x.y")).isEqualTo(Json.parse("{\"z\":[3]}"));
    assertThat(find("$states.context.Name")).isEqualTo(Json.string("run"));
    assertThat(find("$states.input.a.f")).isNull();
    assertThat(find("$states.input.rows.v")).isNull();
  }

  private static JsonNode find(String text) {
    ValueReference reference = ValueReference.of(text);
    assertThat(reference).isNotNull();
    return reference.find(data());
  }
}
