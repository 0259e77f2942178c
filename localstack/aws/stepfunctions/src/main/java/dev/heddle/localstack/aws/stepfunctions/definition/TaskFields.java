package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.Expected;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what only a Task has: its resource and its times. */
record TaskFields(Source source, Dialect dialect, boolean express) {
  static final Set<String> ALL =
      Set.of("Resource", "TimeoutSeconds", "HeartbeatSeconds", "Credentials");
  private static final int LONGEST = 99_999_999;

  Resource resource() {
    source.require("Resource");
    checkCredentials();
    String arn = source.string("Resource");
    if (arn == null) {
      return new Resource.Function("");
    }
    try {
      Resource resource = Resource.of(arn);
      checkExpress(resource);
      return resource;
    } catch (IllegalArgumentException e) {
      source.problem(String.valueOf(e.getMessage()), "Resource");
      return new Resource.Function(arn);
    }
  }

  private void checkCredentials() {
    JsonNode credentials = source.get("Credentials");
    if (credentials != null && !credentials.has("RoleArn") && !credentials.has("RoleArn.$")) {
      source.problem("The field 'RoleArn' is required but was missing", "Credentials");
    }
  }

  /** The space before the end is the service's own, in the case of tokens. */
  private void checkExpress(Resource resource) {
    if (!express || resource.pattern() == Resource.Pattern.RESPONSE) {
      return;
    }
    String what =
        switch (resource) {
          case Resource.Function f -> "";
          case Resource.Activity a -> "activities";
          case Resource.Service service ->
              service.pattern() == Resource.Pattern.TOKEN
                  ? "'.waitForTaskToken' service integration "
                  : "'.sync' service integration";
        };
    source.problem("Express state machine does not support " + what, "Resource");
  }

  @Nullable Template seconds(String field) {
    Template seconds = dialect.value(source, field, Expected.NUMBER);
    if (seconds instanceof Template.Literal(JsonNode known) && known.isNumber()) {
      double value = known.doubleValue();
      if (value < 1 || value > LONGEST || value != Math.rint(value)) {
        source.problem("Expected a whole number from 1 to " + LONGEST, field);
      }
    }
    return seconds;
  }
}
