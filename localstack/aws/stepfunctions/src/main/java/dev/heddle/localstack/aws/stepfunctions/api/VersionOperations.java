package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.Alias;
import dev.heddle.localstack.aws.stepfunctions.machines.Catalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.machines.Version;
import dev.heddle.localstack.aws.stepfunctions.run.Time;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Publishes, lists and deletes versions. */
final class VersionOperations {
  private final Catalog catalog;
  private final Time time;

  VersionOperations(Catalog catalog, Time time) {
    this.catalog = catalog;
    this.time = time;
  }

  void register(Map<String, Operation> operations) {
    operations.put("PublishStateMachineVersion", this::publish);
    operations.put("DeleteStateMachineVersion", this::delete);
    operations.put("ListStateMachineVersions", this::list);
  }

  /** The version a machine is published as: the last one if nothing has changed since. */
  Version next(StateMachine machine, @Nullable String description) {
    String last = machine.arn() + ":" + machine.lastVersion();
    return catalog
        .version(last)
        .filter(version -> version.revision().equals(machine.revision()))
        .orElseGet(() -> version(machine, description));
  }

  private Version version(StateMachine machine, @Nullable String description) {
    int number = machine.lastVersion() + 1;
    return new Version(
        machine.arn() + ":" + number,
        machine.arn(),
        number,
        machine.definition(),
        machine.roleArn(),
        machine.revision(),
        time.now().toEpochMilli(),
        description);
  }

  private synchronized JsonNode publish(Request request) {
    String arn = request.required("stateMachineArn");
    StateMachine machine = catalog.machine(arn).orElseThrow(() -> Catalog.missing(arn));
    String revision = request.string("revisionId");
    if (revision != null && !revision.equals(machine.revision())) {
      throw new AwsFault(
          "ConflictException", "The revision of the state machine is not " + revision);
    }
    Version version = next(machine, request.string("description"));
    catalog.put(
        machine.withLastVersion(version.number()),
        catalog.definition(machine.definition()),
        version);
    return Json.object()
        .put("creationDate", Shapes.seconds(version.created()))
        .put("stateMachineVersionArn", version.arn());
  }

  private synchronized JsonNode delete(Request request) {
    String arn = request.required("stateMachineVersionArn");
    catalog.version(arn).ifPresent(this::delete);
    return Json.object();
  }

  private void delete(Version version) {
    for (Alias alias : catalog.aliases(version.machineArn())) {
      if (alias.routes().stream().anyMatch(r -> r.versionArn().equals(version.arn()))) {
        throw new AwsFault(
            "ConflictException",
            "The version is used by the alias " + alias.arn() + " and cannot be deleted");
      }
    }
    catalog.removeVersion(version.arn());
  }

  private JsonNode list(Request request) {
    List<Version> versions =
        catalog.versions(request.required("stateMachineArn")).stream()
            .sorted(Comparator.comparingInt(Version::number).reversed())
            .toList();
    return Pages.of(
        request,
        "stateMachineVersions",
        versions,
        version ->
            Json.object()
                .put("stateMachineVersionArn", version.arn())
                .put("creationDate", Shapes.seconds(version.created())));
  }
}
