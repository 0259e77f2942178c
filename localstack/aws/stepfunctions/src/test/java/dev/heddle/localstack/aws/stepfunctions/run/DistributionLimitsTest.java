package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.definition.DistributedMap;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** How many items may fail, how they come in batches, and how large data may be. */
class DistributionLimitsTest {
  private static StateDefinition.MapState map(String fields) {
    var machine =
        LiveExecutionFixture.machine(
            "'A':{'Type':'Map','End':true,"
                + fields
                + "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'I',"
                + "'States':{'I':{'Type':'Pass','End':true}}}}");
    return (StateDefinition.MapState) machine.top().state("A");
  }

  private static EvaluationContext data(String input) {
    return new EvaluationContext(
        Json.parse(input), null, null, name -> null, Json::object, LiveExecutionFixture.NOW);
  }

  private static int tolerance(String fields, int items) {
    DistributedMap distribution = Objects.requireNonNull(map(fields).distribution());
    return FailureTolerance.of(distribution, data("{}"), items);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                                                          | 100 | 0
          'ToleratedFailureCount':3,                                  | 100 | 3
          'ToleratedFailureCount':'{% 1 + 1 %}',                      | 100 | 2
          'ToleratedFailurePercentage':10,                            | 100 | 10
          'ToleratedFailurePercentage':10,                            | 19  | 1
          'ToleratedFailurePercentage':10,                            | 9   | 0
          'ToleratedFailurePercentage':0,                             | 9   | 0
          'ToleratedFailurePercentage':100,                           | 9   | 9
          'ToleratedFailurePercentage':33.4,                          | 3   | 1
          'ToleratedFailureCount':3,'ToleratedFailurePercentage':50,  | 100 | 3
          'ToleratedFailureCount':3,'ToleratedFailurePercentage':50,  | 4   | 2
          """)
  void soManyMayFail(String fields, int items, int tolerated) {
    assertThat(tolerance(fields.strip(), items)).isEqualTo(tolerated);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'ToleratedFailureCount':'{% -1 %}',
          'ToleratedFailurePercentage':'{% -1 %}',
          'ToleratedFailurePercentage':'{% 100.5 %}',
          """)
  void noOtherToleranceIsTaken(String fields) {
    assertThatThrownBy(() -> tolerance(fields.strip(), 10))
        .isInstanceOfSatisfying(
            StateFault.class,
            fault -> assertThat(fault.failure().error()).isEqualTo("States.Runtime"));
  }

  private static ArrayNode batches(String batcher, String items) {
    StateDefinition.MapState each = map("'ItemBatcher':{" + batcher.replace('\'', '"') + "},");
    LiveExecution run = LiveExecutionFixture.run("'A':{'Type':'Pass','End':true}", "{}");
    ActorTurn turn = new ActorTurn(run, LiveExecutionFixture.NOW);
    BranchScope scope = turn.open(null, 0, Payload.parse("{\"most\":2}"));
    StateVisit stateVisit =
        new StateVisit(turn, LiveExecutionFixture.transitions(turn), scope, each);
    return ItemBatches.inputs(
        stateVisit,
        each,
        Objects.requireNonNull(each.distribution()),
        (ArrayNode) Json.parse(items));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'MaxItemsPerBatch':2                            | [1,2,3]    | [{"Items":[1,2]},{"Items":[3]}]
          'MaxItemsPerBatch':'{% $states.input.most %}'   | [1,2,3]    | [{"Items":[1,2]},{"Items":[3]}]
          'MaxItemsPerBatch':9                            | [1,2]      | [{"Items":[1,2]}]
          'MaxItemsPerBatch':9                            | []         | []
          'MaxInputBytesPerBatch':8                       | ["aa","bb","cc"] | [{"Items":["aa"]},{"Items":["bb"]},{"Items":["cc"]}]
          'MaxInputBytesPerBatch':9                      | ["aa","bb","cc"] | [{"Items":["aa","bb"]},{"Items":["cc"]}]
          'MaxInputBytesPerBatch':1                       | ["aa"]     | [{"Items":["aa"]}]
          'MaxItemsPerBatch':1,'BatchInput':{'b':'{% $states.input.most %}'} | [1] | [{"BatchInput":{"b":2},"Items":[1]}]
          """)
  void itemsComeInBatches(String batcher, String items, String batches) {
    assertThat(batches(batcher.strip(), items)).isEqualTo(Json.parse(batches));
  }

  @Test
  void noItemIsLostAndNoBatchIsTooLong() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      ArrayNode items = Json.array();
      for (int i = random.nextInt(40); i > 0; i--) {
        items.add("x".repeat(random.nextInt(20)));
      }
      int most = 1 + random.nextInt(5);
      ArrayNode together = Json.array();
      for (JsonNode batch : batches("'MaxItemsPerBatch':" + most, Json.text(items))) {
        assertThat(batch.get("Items").size()).isBetween(1, most);
        batch.get("Items").forEach(together::add);
      }
      assertThat(together).isEqualTo(items);
    }
  }

  private static JsonNode text(int bytes) {
    return Json.string("x".repeat(bytes - 2));
  }

  @Test
  void dataIsMeasuredToTheByte() {
    assertThat(PayloadLimits.checked(text(262_144), "S").bytes()).isEqualTo(262_144);
    assertThatThrownBy(() -> PayloadLimits.checked(text(262_145), "S"))
        .isInstanceOf(StateFault.class)
        .hasMessageContaining("'S'");
    String twoBytes = "\u00fc".repeat(131_071);
    assertThat(PayloadLimits.checked(Json.string(twoBytes), "S").bytes()).isEqualTo(262_144);
    assertThatThrownBy(() -> PayloadLimits.checked(Json.string(twoBytes + "x"), "S"))
        .isInstanceOf(StateFault.class);
  }

  @Test
  void variablesOfOneStateFitTogether() {
    BranchScope scope = scope();
    var fits = Json.object();
    fits.set("a", text(131_072));
    fits.set("b", text(131_072));
    assertThat(PayloadLimits.variables(scope, fits)).containsOnlyKeys("a", "b");
    fits.set("c", text(2));
    assertThatThrownBy(() -> PayloadLimits.variables(scope, fits)).isInstanceOf(StateFault.class);
    assertThat(PayloadLimits.variables(scope, Json.object())).isEmpty();
  }

  @Test
  void allVariablesInSightAreTenMebibytesAtMost() {
    BranchScope outer = scope();
    BranchScope inner = new BranchScope(2, outer, 0, outer.branch, Payload.parse("1"));
    for (int i = 0; i < 39; i++) {
      (i % 2 == 0 ? outer : inner).variables.put("v" + i, Payload.of(text(262_144)));
    }
    var last = Json.object();
    last.set("last", text(262_144));
    assertThat(PayloadLimits.variables(inner, last)).hasSize(1);
    outer.variables.put("more", Payload.parse("\"\""));
    assertThatThrownBy(() -> PayloadLimits.variables(inner, last)).hasMessageContaining("10 MiB");
  }

  private static BranchScope scope() {
    LiveExecution run = LiveExecutionFixture.run("'A':{'Type':'Pass','End':true}", "{}");
    return new BranchScope(1, null, 0, run.machine.top(), Payload.parse("1"));
  }
}
