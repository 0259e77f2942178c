package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.Branch;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionParser;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A TestState request, checked.
 *
 * @param branch starts at the state
 * @param inspects whether it wants to see the steps of the data, not only the end
 * @param mock what stands for the state's work; null to do the work itself
 * @param readerData what a Map's reader reads
 */
record TestStateRequest(
    Branch branch,
    String roleArn,
    Payload input,
    boolean inspects,
    Map<String, JsonNode> variables,
    @Nullable ObjectNode context,
    @Nullable Mock mock,
    int retries,
    int failures,
    @Nullable String readerData) {
  private static final String NO_ROLE = "arn:aws:iam::000000000000:role/none";
  private static final String VALIDATION = "ValidationException";

  /** What stands for the work of a state. */
  sealed interface Mock {
    /** It gives a result. */
    record Result(JsonNode value) implements Mock {}

    /** It fails. */
    record Error(StateFailure failure) implements Mock {}
  }

  StateDefinition state() {
    return branch.state(branch.startAt());
  }

  static TestStateRequest read(OperationRequest request) {
    Branch branch = branch(request);
    StateDefinition state = branch.state(branch.startAt());
    String level = choice(request, "inspectionLevel", Set.of("INFO", "DEBUG", "TRACE"), "INFO");
    Mock mock = mock(request, state);
    String role = role(request, state, mock);
    OperationRequest settings = part(request, "stateConfiguration");
    checkCause(settings, branch);
    return new TestStateRequest(
        branch,
        role,
        input(request),
        !level.equals("INFO"),
        variables(request),
        object(request, "context"),
        mock,
        settings.number("retrierRetryCount", 0, Integer.MAX_VALUE),
        settings.number("mapIterationFailureCount", 0, Integer.MAX_VALUE),
        readerData(settings, state));
  }

  private static Branch branch(OperationRequest request) {
    String text = request.required("definition");
    String name = request.string("stateName");
    var single = name == null ? DefinitionParser.state(text) : DefinitionParser.state(text, name);
    MachineOperations.refuse(single.problems());
    if (single.branch() == null) {
      throw refused("State '" + name + "' not found in definition");
    }
    return single.branch();
  }

  private static OperationRequest part(OperationRequest request, String field) {
    return request.get(field) instanceof ObjectNode part
        ? new OperationRequest(part)
        : new OperationRequest(Json.object());
  }

  private static String choice(
      OperationRequest request, String field, Set<String> allowed, String otherwise) {
    String value = request.string(field);
    if (value != null && !allowed.contains(value)) {
      throw OperationRequest.invalid(field, "must be one of " + allowed.stream().sorted().toList());
    }
    return value == null ? otherwise : value;
  }

  private static String role(OperationRequest request, StateDefinition state, @Nullable Mock mock) {
    String role = request.string("roleArn");
    if (role == null && mock == null && state instanceof StateDefinition.Task) {
      throw refused("RoleArn must be specified when testing a Task state");
    }
    if (role != null && !role.startsWith("arn:")) {
      throw new AwsFault("InvalidArn", "Invalid Role Arn: '" + role + "'");
    }
    return role == null ? NO_ROLE : role;
  }

  private static Payload input(OperationRequest request) {
    String text = request.string("input");
    try {
      Payload input = Payload.parse(text == null ? "{}" : text);
      if (!input.tooLarge()) {
        return input;
      }
      throw new AwsFault("InvalidExecutionInput", "Invalid Execution Input: too large");
    } catch (JacksonException e) {
      throw new AwsFault(
          "InvalidExecutionInput",
          "Invalid State Machine Execution Input: '" + e.getOriginalMessage() + "'");
    }
  }

  private static @Nullable ObjectNode object(OperationRequest request, String field) {
    String text = request.string(field);
    if (text == null) {
      return null;
    }
    if (parse(field, text) instanceof ObjectNode object) {
      return object;
    }
    throw refused("The field '" + field + "' must be a JSON object");
  }

  private static JsonNode parse(String field, String text) {
    try {
      return Json.parse(text);
    } catch (JacksonException e) {
      throw refused("The field '" + field + "' must be valid JSON: " + e.getOriginalMessage());
    }
  }

  private static Map<String, JsonNode> variables(OperationRequest request) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    ObjectNode given = object(request, "variables");
    if (given != null) {
      given.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
    }
    return values;
  }

  private static @Nullable Mock mock(OperationRequest request, StateDefinition state) {
    if (request.get("mock") == null) {
      checkDoable(state);
      return null;
    }
    OperationRequest mock = part(request, "mock");
    if (request.flag("revealSecrets")) {
      throw refused("TestState does not support RevealSecrets when a mock is specified.");
    }
    checkMockable(state);
    String result = mock.string("result");
    if ((result == null) == (mock.get("errorOutput") == null)) {
      throw refused(
          "A test mock should have only one of the following fields: [result, errorOutput].");
    }
    if (result == null) {
      OperationRequest error = part(mock, "errorOutput");
      return new Mock.Error(new StateFailure(error.string("error"), error.string("cause")));
    }
    return new Mock.Result(result(mock, state, result));
  }

  private static void checkDoable(StateDefinition state) {
    switch (state) {
      case StateDefinition.Parallel s -> throw unsupported();
      case StateDefinition.MapState s -> throw unsupported();
      case StateDefinition.Task task -> {
        if (task.waits()) {
          throw refused(
              "TestState needs a mock for a Task that waits for a token, a job or a worker");
        }
      }
      case StateDefinition.Pass s -> {}
      case StateDefinition.Choice s -> {}
      case StateDefinition.Wait s -> {}
      case StateDefinition.Succeed s -> {}
      case StateDefinition.Fail s -> {}
    }
  }

  private static AwsFault unsupported() {
    return new AwsFault(
        "InvalidDefinition",
        "TestState API does not support Map or Parallel states. Supported state types include:"
            + " [Task, Wait, Pass, Succeed, Fail, Choice]");
  }

  private static void checkMockable(StateDefinition state) {
    if (!state.recovers()) {
      String type = state.getClass().getSimpleName();
      throw refused("State type '" + type + "' is not supported when a mock is specified");
    }
  }

  private static JsonNode result(OperationRequest mock, StateDefinition state, String text) {
    String mode =
        choice(mock, "fieldValidationMode", Set.of("STRICT", "PRESENT", "NONE"), "STRICT");
    JsonNode value;
    try {
      value = Json.parse(text);
    } catch (JacksonException e) {
      throw refused("Mocked result must be valid JSON");
    }
    boolean writes =
        state instanceof StateDefinition.MapState each
            && each.distribution() != null
            && each.distribution().writer() != null;
    if (writes && !value.isObject()) {
      throw refused("Mocked result must be a JSON object.");
    }
    if (!writes && !(state instanceof StateDefinition.Task) && !value.isArray()) {
      throw refused("Mocked result must be an array.");
    }
    if (state instanceof StateDefinition.Task task && !mode.equals("NONE")) {
      MockShapes.check(task.resource(), value, mode.equals("STRICT"));
    }
    return value;
  }

  private static void checkCause(OperationRequest settings, Branch branch) {
    String cause = settings.string("errorCausedByState");
    StateDefinition state = branch.state(branch.startAt());
    if (cause != null && state.branches().stream().noneMatch(inner -> inner.holds(cause))) {
      throw refused("There is no state '" + cause + "' inside the state under test");
    }
  }

  private static @Nullable String readerData(OperationRequest settings, StateDefinition state) {
    String data = settings.string("mapItemReaderData");
    boolean reads =
        state instanceof StateDefinition.MapState each
            && each.distribution() != null
            && each.distribution().reader() != null;
    if (reads && data == null) {
      throw refused(
          "mapItemReaderData must be specified when testing a Map state with an ItemReader");
    }
    return data;
  }

  private static AwsFault refused(String why) {
    return new AwsFault(VALIDATION, why);
  }
}
