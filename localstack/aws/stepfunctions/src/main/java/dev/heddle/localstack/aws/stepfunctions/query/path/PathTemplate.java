package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A field that is one path; {@code blame} says what it means that nothing is there. */
record PathTemplate(Path path, Blame blame) implements Template {

  /** How the failure of a field's path is told. */
  @FunctionalInterface
  interface Blame {
    StateFault of(Path path, String reason, Data data);
  }

  @Override
  public JsonNode evaluate(Data data) {
    try {
      return path.read(data);
    } catch (Path.Missing e) {
      throw blame.of(path, String.valueOf(e.getMessage()), data);
    }
  }

  @Override
  public Set<String> references() {
    return path.references();
  }
}
