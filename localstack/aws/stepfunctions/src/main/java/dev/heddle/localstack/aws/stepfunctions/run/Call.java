package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Distribution;
import dev.heddle.localstack.aws.stepfunctions.definition.Resource;
import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import org.jspecify.annotations.Nullable;

/** Finds the call that a scope waits to make. */
final class Call {
  private Call() {}

  /** The call; null if the scope does not wait to make one. */
  static TaskCaller.@Nullable Call of(Run run, Scope scope) {
    if (scope.phase instanceof Working work && work.step() == Working.Step.CALLING) {
      Resource resource = ((State.Task) scope.current()).resource();
      return of(run, scope, resource, work.arguments(), work.token());
    }
    if (scope.phase instanceof Phase.Fetching(String arguments, String output)) {
      Distribution distribution = ((State.ForEach) scope.current()).distribution();
      Resource resource = distribution == null ? null : resource(distribution, output == null);
      return resource == null ? null : of(run, scope, resource, arguments, null);
    }
    return null;
  }

  private static @Nullable Resource resource(Distribution distribution, boolean reads) {
    if (reads) {
      return distribution.reader() == null ? null : reading(distribution.reader());
    }
    return distribution.writer() == null ? null : distribution.writer().resource();
  }

  /** A manifest is read with all files that it names. */
  private static Resource reading(Distribution.Reader reader) {
    return reader.type().equals("MANIFEST")
        ? new Resource.Service("s3", "readManifest", Resource.Pattern.RESPONSE)
        : reader.resource();
  }

  private static TaskCaller.Call of(
      Run run, Scope scope, Resource resource, String arguments, @Nullable String token) {
    var task = new Execution.Parent(run.execution.id(), scope.id, scope.sequence);
    return new TaskCaller.Call(
        run.execution, scope.state, resource, Payload.parse(arguments), token, task);
  }
}
