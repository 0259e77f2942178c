package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.ExpectedType;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what only a Task has: its resource and its times. */
record TaskFields(DefinitionObject source, QueryLanguage dialect, boolean express) {
  static final Set<String> ALL =
      Set.of("Resource", "TimeoutSeconds", "HeartbeatSeconds", "Credentials");
  private static final int LONGEST = 99_999_999;

  TaskResource resource() {
    source.require("Resource");
    checkCredentials();
    String arn = source.string("Resource");
    if (arn == null) {
      return new TaskResource.Function("");
    }
    try {
      TaskResource resource = TaskResource.of(arn);
      checkExpress(resource);
      return resource;
    } catch (IllegalArgumentException e) {
      source.problem(String.valueOf(e.getMessage()), "Resource");
      return new TaskResource.Function(arn);
    }
  }

  private void checkCredentials() {
    JsonNode credentials = source.get("Credentials");
    if (credentials != null && !credentials.has("RoleArn") && !credentials.has("RoleArn.$")) {
      source.problem("The field 'RoleArn' is required but was missing", "Credentials");
    }
  }

  /** The space before the end is the service's own, in the case of tokens. */
  private void checkExpress(TaskResource resource) {
    if (!express || resource.pattern() == TaskResource.IntegrationPattern.RESPONSE) {
      return;
    }
    String what =
        switch (resource) {
          case TaskResource.Function f -> "";
          case TaskResource.Activity a -> "activities";
          case TaskResource.Service service ->
              service.pattern() == TaskResource.IntegrationPattern.TOKEN
                  ? "'.waitForTaskToken' service integration "
                  : "'.sync' service integration";
        };
    source.problem("Express state machine does not support " + what, "Resource");
  }

  @Nullable ValueTemplate seconds(String field) {
    ValueTemplate seconds = dialect.value(source, field, ExpectedType.NUMBER);
    if (seconds instanceof ValueTemplate.Literal(JsonNode known) && known.isNumber()) {
      double value = known.doubleValue();
      if (value < 1 || value > LONGEST || value != Math.rint(value)) {
        source.problem("Expected a whole number from 1 to " + LONGEST, field);
      }
    }
    return seconds;
  }
}
