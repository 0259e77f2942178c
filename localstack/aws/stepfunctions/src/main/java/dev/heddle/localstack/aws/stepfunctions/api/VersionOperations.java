package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachineAlias;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachineVersion;
import dev.heddle.localstack.aws.stepfunctions.run.EngineTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Publishes, lists and deletes versions. */
final class VersionOperations {
  private final MachineCatalog catalog;
  private final EngineTime time;

  VersionOperations(MachineCatalog catalog, EngineTime time) {
    this.catalog = catalog;
    this.time = time;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("PublishStateMachineVersion", this::publish);
    operations.put("DeleteStateMachineVersion", this::delete);
    operations.put("ListStateMachineVersions", this::list);
  }

  /** The version a machine is published as: the last one if nothing has changed since. */
  StateMachineVersion next(StateMachine machine, @Nullable String description) {
    String last = machine.arn() + ":" + machine.lastVersion();
    return catalog
        .version(last)
        .filter(version -> version.revision().equals(machine.revision()))
        .orElseGet(() -> version(machine, description));
  }

  private StateMachineVersion version(StateMachine machine, @Nullable String description) {
    int number = machine.lastVersion() + 1;
    return new StateMachineVersion(
        machine.arn() + ":" + number,
        machine.arn(),
        number,
        machine.definition(),
        machine.roleArn(),
        machine.revision(),
        time.now().toEpochMilli(),
        description);
  }

  private JsonNode publish(OperationRequest request) {
    String arn = request.required("stateMachineArn");
    StateMachine machine = catalog.machine(arn).orElseThrow(() -> MachineCatalog.missing(arn));
    String revision = request.string("revisionId");
    if (revision != null && !revision.equals(machine.revision())) {
      throw new AwsFault(
          "ConflictException", "The revision of the state machine is not " + revision);
    }
    StateMachineVersion version = next(machine, request.string("description"));
    catalog.put(
        machine.withLastVersion(version.number()),
        catalog.definition(machine.definition()),
        version);
    return Json.object()
        .put("creationDate", ResponseFields.seconds(version.created()))
        .put("stateMachineVersionArn", version.arn());
  }

  private JsonNode delete(OperationRequest request) {
    String arn = request.required("stateMachineVersionArn");
    catalog.version(arn).ifPresent(this::delete);
    return Json.object();
  }

  private void delete(StateMachineVersion version) {
    for (StateMachineAlias alias : catalog.aliases(version.machineArn())) {
      if (alias.routes().stream().anyMatch(r -> r.versionArn().equals(version.arn()))) {
        throw new AwsFault(
            "ConflictException",
            "The version is used by the alias " + alias.arn() + " and cannot be deleted");
      }
    }
    catalog.removeVersion(version.arn());
  }

  private JsonNode list(OperationRequest request) {
    List<StateMachineVersion> versions =
        catalog.versions(request.required("stateMachineArn")).stream()
            .sorted(Comparator.comparingInt(StateMachineVersion::number).reversed())
            .toList();
    return ListPages.of(
        request,
        "stateMachineVersions",
        versions,
        version ->
            Json.object()
                .put("stateMachineVersionArn", version.arn())
                .put("creationDate", ResponseFields.seconds(version.created())));
  }
}
