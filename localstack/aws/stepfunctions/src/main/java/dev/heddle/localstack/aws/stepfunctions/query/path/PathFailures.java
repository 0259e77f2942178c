package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;

/** The words in which the service tells that a path leads nowhere. */
final class PathFailures {
  private PathFailures() {}

  /** Of InputPath and OutputPath. */
  static JsonPathTemplate.FailureFactory plain() {
    return (path, reason, data) ->
        StateFault.runtime("Invalid path '" + path.text() + "' : " + reason);
  }

  /** Of payload templates, ErrorPath and CausePath. */
  static JsonPathTemplate.FailureFactory template(String field) {
    return (path, reason, data) ->
        StateFault.of(
            "States.Runtime",
            "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
                .formatted(path.text(), field, Json.text(data.input())));
  }

  /** Of fields such as SecondsPath. */
  static JsonPathTemplate.FailureFactory parameter(String field) {
    return (path, reason, data) ->
        StateFault.runtime(
            "The " + field + " parameter does not reference an input value: " + path.text());
  }

  /** Of a Choice rule. */
  static StateFault choice(JsonPathExpression path) {
    return StateFault.runtime(
        "Invalid path '"
            + path.text()
            + "': The choice state's condition path references an invalid value.");
  }
}
