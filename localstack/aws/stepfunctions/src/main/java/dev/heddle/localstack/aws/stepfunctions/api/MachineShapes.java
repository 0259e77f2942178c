package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.MachineCatalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachineVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How machines are shown. */
final class MachineShapes {
  private MachineShapes() {}

  static JsonNode item(StateMachine machine) {
    return Json.object()
        .put("stateMachineArn", machine.arn())
        .put("name", machine.name())
        .put("type", machine.type())
        .put("creationDate", ResponseFields.seconds(machine.created()));
  }

  static ObjectNode describe(MachineCatalog catalog, StateMachine machine) {
    ObjectNode shown =
        Json.object()
            .put("stateMachineArn", machine.arn())
            .put("name", machine.name())
            .put("status", "ACTIVE")
            .put("definition", catalog.definition(machine.definition()))
            .put("roleArn", machine.roleArn())
            .put("type", machine.type())
            .put("creationDate", ResponseFields.seconds(machine.created()));
    if (!machine.revision().equals(StateMachine.INITIAL)) {
      shown.put("revisionId", machine.revision());
    }
    settings(shown, machine);
    VariableReferences.add(shown, catalog.parsed(machine.definition()));
    return shown;
  }

  static ObjectNode describe(
      MachineCatalog catalog, StateMachine machine, StateMachineVersion version) {
    ObjectNode shown = describe(catalog, machine);
    shown.put("stateMachineArn", version.arn());
    shown.put("definition", catalog.definition(version.definition()));
    shown.put("roleArn", version.roleArn());
    shown.put("creationDate", ResponseFields.seconds(version.created()));
    shown.put("revisionId", version.revision());
    ResponseFields.put(shown, "description", version.description());
    VariableReferences.add(shown, catalog.parsed(version.definition()));
    return shown;
  }

  private static void settings(ObjectNode shown, StateMachine machine) {
    if (machine.logging() == null) {
      shown
          .putObject("loggingConfiguration")
          .put("level", "OFF")
          .put("includeExecutionData", false);
    } else {
      shown.set("loggingConfiguration", machine.logging());
    }
    if (machine.tracing() == null) {
      shown.putObject("tracingConfiguration").put("enabled", false);
    } else {
      shown.set("tracingConfiguration", machine.tracing());
    }
  }
}
