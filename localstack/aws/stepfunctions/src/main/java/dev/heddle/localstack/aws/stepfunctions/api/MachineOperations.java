package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionParser;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionProblem;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.machines.NamingRules;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachineVersion;
import dev.heddle.localstack.aws.stepfunctions.run.EngineTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates, changes, shows and deletes state machines. */
final class MachineOperations {
  private final MachineCatalog catalog;
  private final AccountArns arns;
  private final EngineTime time;
  private final VersionOperations versions;

  MachineOperations(
      MachineCatalog catalog, AccountArns arns, EngineTime time, VersionOperations versions) {
    this.catalog = catalog;
    this.arns = arns;
    this.time = time;
    this.versions = versions;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("CreateStateMachine", this::create);
    operations.put("UpdateStateMachine", this::update);
    operations.put("DeleteStateMachine", this::delete);
    operations.put("DescribeStateMachine", this::describe);
    operations.put("ListStateMachines", this::list);
  }

  private JsonNode create(OperationRequest request) {
    String name = NamingRules.checked(request.required("name"));
    String definition = request.required("definition");
    boolean express = express(request);
    String role = role(request, null);
    checked(definition, express);
    StateMachine wanted =
        StateMachine.created(
                arns.machine(name),
                name,
                express,
                MachineCatalog.hash(definition),
                role,
                time.now().toEpochMilli())
            .configured(
                request.get("loggingConfiguration"),
                request.get("tracingConfiguration"),
                TagOperations.read(request));
    StateMachine machine = catalog.machine(wanted.arn()).map(m -> same(m, wanted)).orElse(wanted);
    StateMachineVersion version = publish(request, machine, "versionDescription");
    put(machine, definition, version);
    ObjectNode answer = Json.object().put("stateMachineArn", machine.arn());
    answer.put("creationDate", ResponseFields.seconds(machine.created()));
    ResponseFields.put(answer, "stateMachineVersionArn", version == null ? null : version.arn());
    return answer;
  }

  /** Creating a machine again is no change if nothing about it differs. */
  private static StateMachine same(StateMachine known, StateMachine wanted) {
    if (known.express() == wanted.express()
        && known.definition().equals(wanted.definition())
        && known.roleArn().equals(wanted.roleArn())) {
      return known;
    }
    throw new AwsFault(
        "StateMachineAlreadyExists", "State Machine Already Exists: '" + known.arn() + "'");
  }

  private static boolean express(OperationRequest request) {
    String type = request.string("type");
    if (type != null && !type.equals("EXPRESS") && !type.equals("STANDARD")) {
      throw OperationRequest.invalid("type", "must be one of [STANDARD, EXPRESS]");
    }
    return "EXPRESS".equals(type);
  }

  private static String role(OperationRequest request, @Nullable String otherwise) {
    String role = request.string("roleArn");
    if (role == null && otherwise != null) {
      return otherwise;
    }
    if (role == null || !role.startsWith("arn:")) {
      throw new AwsFault("InvalidArn", "Invalid Role Arn: '" + role + "'");
    }
    return role;
  }

  private static void checked(String definition, boolean express) {
    refuse(DefinitionParser.parse(definition, express).problems());
  }

  static void refuse(List<DefinitionProblem> problems) {
    if (!problems.isEmpty()) {
      String text =
          problems.stream().map(DefinitionProblem::text).collect(Collectors.joining(", "));
      throw new AwsFault("InvalidDefinition", "Invalid State Machine Definition: '" + text + "'");
    }
  }

  private @Nullable StateMachineVersion publish(
      OperationRequest request, StateMachine machine, String description) {
    return request.flag("publish") ? versions.next(machine, request.string(description)) : null;
  }

  private void put(StateMachine machine, String definition, @Nullable StateMachineVersion version) {
    StateMachine counted = version == null ? machine : machine.withLastVersion(version.number());
    catalog.put(counted, definition, version);
  }

  private JsonNode update(OperationRequest request) {
    StateMachine known = known(request.required("stateMachineArn"));
    String definition =
        Optional.ofNullable(request.string("definition"))
            .orElseGet(() -> catalog.definition(known.definition()));
    checked(definition, known.express());
    StateMachine changed = changed(known, request, definition);
    StateMachineVersion version = publish(request, changed, "versionDescription");
    put(changed, definition, version);
    ObjectNode answer = Json.object().put("updateDate", ResponseFields.seconds(changed.updated()));
    answer.put("revisionId", changed.revision());
    ResponseFields.put(answer, "stateMachineVersionArn", version == null ? null : version.arn());
    return answer;
  }

  private StateMachine changed(StateMachine known, OperationRequest request, String definition) {
    return new StateMachine(
        known.arn(),
        known.name(),
        known.express(),
        MachineCatalog.hash(definition),
        role(request, known.roleArn()),
        UUID.randomUUID().toString(),
        known.created(),
        time.now().toEpochMilli(),
        known.lastVersion(),
        or(request.get("loggingConfiguration"), known.logging()),
        or(request.get("tracingConfiguration"), known.tracing()),
        known.tags());
  }

  private static @Nullable JsonNode or(@Nullable JsonNode value, @Nullable JsonNode otherwise) {
    return value == null ? otherwise : value;
  }

  private StateMachine known(String arn) {
    return catalog.machine(arn).orElseThrow(() -> MachineCatalog.missing(arn));
  }

  private JsonNode delete(OperationRequest request) {
    catalog.machine(request.required("stateMachineArn")).ifPresent(catalog::remove);
    return Json.object();
  }

  private JsonNode describe(OperationRequest request) {
    String arn = request.required("stateMachineArn");
    Optional<StateMachineVersion> version = catalog.version(arn);
    StateMachine machine = known(version.map(StateMachineVersion::machineArn).orElse(arn));
    return version.isPresent()
        ? MachineShapes.describe(catalog, machine, version.get())
        : MachineShapes.describe(catalog, machine);
  }

  private JsonNode list(OperationRequest request) {
    return ListPages.of(request, "stateMachines", catalog.machines(), MachineShapes::item);
  }
}
