package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import org.jspecify.annotations.Nullable;

/** Fail: the branch ends with an error. */
final class FailWork {
  private FailWork() {}

  static void enter(Visit visit, State.Fail fail) {
    Data data = visit.data();
    String error = text(data, fail.error());
    String cause = text(data, fail.cause());
    visit.transitions().fail(visit.scope(), new Failure(error, cause));
  }

  private static @Nullable String text(Data data, @Nullable Template template) {
    return template == null ? null : template.evaluate(data).stringValue();
  }
}
