package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.definition.DistributedMap;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.DataFlow;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.JsonPathFlow;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import dev.heddle.localstack.aws.stepfunctions.run.TestStateRun;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How data passed through a state under test, as far as it came. */
final class TestStateInspection {
  private final ObjectNode shown = Json.object();
  private final EvaluationContext data;
  private final StateDefinition state;

  TestStateInspection(TestStateRun testStateRun) {
    data = testStateRun.data();
    state = testStateRun.state();
  }

  ObjectNode shown() {
    return shown;
  }

  /** Shows what there is before the state's work; a call's arguments are those it was made with. */
  void before(@Nullable JsonNode arguments) {
    put("input", data.input());
    switch (state) {
      case StateDefinition.Pass pass -> {
        if (pass.result() == null) {
          entrance(true, null);
        }
      }
      case StateDefinition.Task task -> entrance(true, arguments);
      case StateDefinition.Choice s -> entrance(false, null);
      case StateDefinition.Wait s -> entrance(false, null);
      case StateDefinition.Succeed s -> entrance(false, null);
      case StateDefinition.Fail s -> {}
      case StateDefinition.Parallel s -> {}
      case StateDefinition.MapState each -> map(each);
    }
  }

  private void entrance(boolean works, @Nullable JsonNode arguments) {
    switch (state.flow()) {
      case DataFlow.Jsonata flow -> {
        if (arguments != null) {
          put("afterArguments", arguments);
        }
      }
      case JsonPathFlow flow -> {
        step("afterInputPath", () -> flow.source(data));
        if (works) {
          step("afterParameters", () -> arguments == null ? flow.effectiveInput(data) : arguments);
        }
      }
    }
  }

  private void map(StateDefinition.MapState each) {
    number("maxConcurrency", each.maxConcurrency(), 0);
    DistributedMap distribution = each.distribution();
    if (distribution != null) {
      number("toleratedFailureCount", distribution.toleratedCount(), null);
      percentage(distribution.toleratedPercentage());
    }
    if (each.flow() instanceof JsonPathFlow flow && each.items() != null) {
      ValueTemplate items = each.items();
      step("afterItemsPath", () -> items.evaluate(data.withInput(flow.source(data))));
    }
  }

  private void number(String field, @Nullable ValueTemplate template, @Nullable Integer otherwise) {
    guarded(
        () -> {
          if (template != null) {
            shown.put(field, template.evaluate(data).asInt(0));
          } else if (otherwise != null) {
            shown.put(field, otherwise);
          }
        });
  }

  private void percentage(@Nullable ValueTemplate template) {
    if (template != null) {
      guarded(() -> shown.put("toleratedFailurePercentage", template.evaluate(data).asDouble(0)));
    }
  }

  /** Shows what became of the state's result. */
  void after(@Nullable JsonNode result) {
    if (state instanceof StateDefinition.Task && result != null) {
      put("result", result);
    }
    if (state instanceof StateDefinition.Pass pass && pass.result() != null) {
      put("result", pass.result());
    }
    if (state.flow() instanceof JsonPathFlow flow) {
      exit(flow, result);
    }
  }

  private void exit(JsonPathFlow flow, @Nullable JsonNode result) {
    guarded(
        () -> {
          JsonNode given = state instanceof StateDefinition.Pass pass ? passed(pass, flow) : result;
          if (given != null) {
            JsonNode selected = flow.select(data, given);
            put("afterResultSelector", selected);
            put("afterResultPath", flow.resultPath().merge(data.input(), selected));
          }
        });
  }

  private JsonNode passed(StateDefinition.Pass pass, JsonPathFlow flow) {
    return pass.result() == null ? flow.effectiveInput(data) : pass.result();
  }

  private void step(String field, Supplier<JsonNode> value) {
    guarded(() -> put(field, value.get()));
  }

  /** A step that fails is not shown; the state itself has failed by it. */
  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (StateFault fault) {
      // The trial tells the failure.
      return;
    }
  }

  private void put(String field, JsonNode value) {
    shown.put(field, Json.text(value));
  }
}
