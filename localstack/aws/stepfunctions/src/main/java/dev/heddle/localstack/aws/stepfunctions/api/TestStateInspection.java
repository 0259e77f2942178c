package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.definition.Distribution;
import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.Flow;
import dev.heddle.localstack.aws.stepfunctions.query.JsonPathFlow;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import dev.heddle.localstack.aws.stepfunctions.run.Trial;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How data passed through a state under test, as far as it came. */
final class TestStateInspection {
  private final ObjectNode shown = Json.object();
  private final Data data;
  private final State state;

  TestStateInspection(Trial trial) {
    data = trial.data();
    state = trial.state();
  }

  ObjectNode shown() {
    return shown;
  }

  /** Shows what there is before the state's work; a call's arguments are those it was made with. */
  void before(@Nullable JsonNode arguments) {
    put("input", data.input());
    switch (state) {
      case State.Pass pass -> {
        if (pass.result() == null) {
          entrance(true, null);
        }
      }
      case State.Task task -> entrance(true, arguments);
      case State.Choice s -> entrance(false, null);
      case State.Wait s -> entrance(false, null);
      case State.Succeed s -> entrance(false, null);
      case State.Fail s -> {}
      case State.Parallel s -> {}
      case State.ForEach each -> map(each);
    }
  }

  private void entrance(boolean works, @Nullable JsonNode arguments) {
    switch (state.flow()) {
      case Flow.Jsonata flow -> {
        if (arguments != null) {
          put("afterArguments", arguments);
        }
      }
      case JsonPathFlow flow -> {
        step("afterInputPath", () -> flow.source(data));
        if (works) {
          step("afterParameters", () -> arguments == null ? flow.effective(data) : arguments);
        }
      }
    }
  }

  private void map(State.ForEach each) {
    number("maxConcurrency", each.maxConcurrency(), 0);
    Distribution distribution = each.distribution();
    if (distribution != null) {
      number("toleratedFailureCount", distribution.toleratedCount(), null);
      percentage(distribution.toleratedPercentage());
    }
    if (each.flow() instanceof JsonPathFlow flow && each.items() != null) {
      Template items = each.items();
      step("afterItemsPath", () -> items.evaluate(data.withInput(flow.source(data))));
    }
  }

  private void number(String field, @Nullable Template template, @Nullable Integer otherwise) {
    guarded(
        () -> {
          if (template != null) {
            shown.put(field, template.evaluate(data).asInt(0));
          } else if (otherwise != null) {
            shown.put(field, otherwise);
          }
        });
  }

  private void percentage(@Nullable Template template) {
    if (template != null) {
      guarded(() -> shown.put("toleratedFailurePercentage", template.evaluate(data).asDouble(0)));
    }
  }

  /** Shows what became of the state's result. */
  void after(@Nullable JsonNode result) {
    if (state instanceof State.Task && result != null) {
      put("result", result);
    }
    if (state instanceof State.Pass pass && pass.result() != null) {
      put("result", pass.result());
    }
    if (state.flow() instanceof JsonPathFlow flow) {
      exit(flow, result);
    }
  }

  private void exit(JsonPathFlow flow, @Nullable JsonNode result) {
    guarded(
        () -> {
          JsonNode given = state instanceof State.Pass pass ? passed(pass, flow) : result;
          if (given != null) {
            JsonNode selected = flow.select(data, given);
            put("afterResultSelector", selected);
            put("afterResultPath", flow.resultPath().merge(data.input(), selected));
          }
        });
  }

  private JsonNode passed(State.Pass pass, JsonPathFlow flow) {
    return pass.result() == null ? flow.effective(data) : pass.result();
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
