package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.Definitions;
import dev.heddle.localstack.aws.stepfunctions.definition.Problem;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.Arns;
import dev.heddle.localstack.aws.stepfunctions.machines.Catalog;
import dev.heddle.localstack.aws.stepfunctions.machines.Names;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.machines.Version;
import dev.heddle.localstack.aws.stepfunctions.run.Time;
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
  private final Catalog catalog;
  private final Arns arns;
  private final Time time;
  private final VersionOperations versions;

  MachineOperations(Catalog catalog, Arns arns, Time time, VersionOperations versions) {
    this.catalog = catalog;
    this.arns = arns;
    this.time = time;
    this.versions = versions;
  }

  void register(Map<String, Operation> operations) {
    operations.put("CreateStateMachine", this::create);
    operations.put("UpdateStateMachine", this::update);
    operations.put("DeleteStateMachine", this::delete);
    operations.put("DescribeStateMachine", this::describe);
    operations.put("ListStateMachines", this::list);
  }

  private synchronized JsonNode create(Request request) {
    String name = Names.checked(request.required("name"));
    String definition = request.required("definition");
    boolean express = express(request);
    String role = role(request, null);
    checked(definition, express);
    StateMachine wanted =
        new StateMachine(
            arns.machine(name),
            name,
            express,
            Catalog.hash(definition),
            role,
            StateMachine.INITIAL,
            time.now().toEpochMilli(),
            time.now().toEpochMilli(),
            0,
            request.get("loggingConfiguration"),
            request.get("tracingConfiguration"),
            Tags.read(request));
    StateMachine machine = catalog.machine(wanted.arn()).map(m -> same(m, wanted)).orElse(wanted);
    Version version = publish(request, machine, "versionDescription");
    put(machine, definition, version);
    ObjectNode answer = Json.object().put("stateMachineArn", machine.arn());
    answer.put("creationDate", Shapes.seconds(machine.created()));
    Shapes.put(answer, "stateMachineVersionArn", version == null ? null : version.arn());
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

  private static boolean express(Request request) {
    String type = request.string("type");
    if (type != null && !type.equals("EXPRESS") && !type.equals("STANDARD")) {
      throw Request.invalid("type", "must be one of [STANDARD, EXPRESS]");
    }
    return "EXPRESS".equals(type);
  }

  private static String role(Request request, @Nullable String otherwise) {
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
    refuse(Definitions.parse(definition, express).problems());
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      String text = problems.stream().map(Problem::text).collect(Collectors.joining(", "));
      throw new AwsFault("InvalidDefinition", "Invalid State Machine Definition: '" + text + "'");
    }
  }

  private @Nullable Version publish(Request request, StateMachine machine, String description) {
    return request.flag("publish") ? versions.next(machine, request.string(description)) : null;
  }

  private void put(StateMachine machine, String definition, @Nullable Version version) {
    StateMachine counted = version == null ? machine : machine.withLastVersion(version.number());
    catalog.put(counted, definition, version);
  }

  private synchronized JsonNode update(Request request) {
    StateMachine known = known(request.required("stateMachineArn"));
    String definition =
        Optional.ofNullable(request.string("definition"))
            .orElseGet(() -> catalog.definition(known.definition()));
    checked(definition, known.express());
    StateMachine changed = changed(known, request, definition);
    Version version = publish(request, changed, "versionDescription");
    put(changed, definition, version);
    ObjectNode answer = Json.object().put("updateDate", Shapes.seconds(changed.updated()));
    answer.put("revisionId", changed.revision());
    Shapes.put(answer, "stateMachineVersionArn", version == null ? null : version.arn());
    return answer;
  }

  private StateMachine changed(StateMachine known, Request request, String definition) {
    return new StateMachine(
        known.arn(),
        known.name(),
        known.express(),
        Catalog.hash(definition),
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
    return catalog.machine(arn).orElseThrow(() -> Catalog.missing(arn));
  }

  private synchronized JsonNode delete(Request request) {
    catalog.machine(request.required("stateMachineArn")).ifPresent(catalog::remove);
    return Json.object();
  }

  private JsonNode describe(Request request) {
    String arn = request.required("stateMachineArn");
    Optional<Version> version = catalog.version(arn);
    StateMachine machine = known(version.map(Version::machineArn).orElse(arn));
    return version.isPresent()
        ? MachineShapes.describe(catalog, machine, version.get())
        : MachineShapes.describe(catalog, machine);
  }

  private JsonNode list(Request request) {
    return Pages.of(request, "stateMachines", catalog.machines(), MachineShapes::item);
  }
}
