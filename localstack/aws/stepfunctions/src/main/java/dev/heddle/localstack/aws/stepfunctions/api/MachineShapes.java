package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.Catalog;
import dev.heddle.localstack.aws.stepfunctions.machines.StateMachine;
import dev.heddle.localstack.aws.stepfunctions.machines.Version;
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
        .put("creationDate", Shapes.seconds(machine.created()));
  }

  static ObjectNode describe(Catalog catalog, StateMachine machine) {
    ObjectNode shown =
        Json.object()
            .put("stateMachineArn", machine.arn())
            .put("name", machine.name())
            .put("status", "ACTIVE")
            .put("definition", catalog.definition(machine.definition()))
            .put("roleArn", machine.roleArn())
            .put("type", machine.type())
            .put("creationDate", Shapes.seconds(machine.created()));
    if (!machine.revision().equals(StateMachine.INITIAL)) {
      shown.put("revisionId", machine.revision());
    }
    settings(shown, machine);
    References.add(shown, catalog.parsed(machine.definition()));
    return shown;
  }

  static ObjectNode describe(Catalog catalog, StateMachine machine, Version version) {
    ObjectNode shown = describe(catalog, machine);
    shown.put("stateMachineArn", version.arn());
    shown.put("definition", catalog.definition(version.definition()));
    shown.put("roleArn", version.roleArn());
    shown.put("creationDate", Shapes.seconds(version.created()));
    shown.put("revisionId", version.revision());
    Shapes.put(shown, "description", version.description());
    References.add(shown, catalog.parsed(version.definition()));
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
