package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.DistributedMap;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import org.jspecify.annotations.Nullable;

/** Finds the call that a scope waits to make. */
final class PendingCall {
  private PendingCall() {}

  /** The call; null if the scope does not wait to make one. */
  static TaskCaller.@Nullable Call of(LiveExecution run, BranchScope scope) {
    if (scope.phase instanceof Working work && work.step() == Working.Step.CALLING) {
      TaskResource resource = ((StateDefinition.Task) scope.current()).resource();
      return of(run, scope, resource, work.arguments(), work.token());
    }
    if (scope.phase instanceof Phase.Fetching(String arguments, String output)) {
      DistributedMap distribution = ((StateDefinition.MapState) scope.current()).distribution();
      TaskResource resource = distribution == null ? null : resource(distribution, output == null);
      return resource == null ? null : of(run, scope, resource, arguments, null);
    }
    return null;
  }

  private static @Nullable TaskResource resource(DistributedMap distribution, boolean reads) {
    if (reads) {
      return distribution.reader() == null ? null : reading(distribution.reader());
    }
    return distribution.writer() == null ? null : distribution.writer().resource();
  }

  /** A manifest is read with all files that it names. */
  private static TaskResource reading(DistributedMap.ItemReader reader) {
    return reader.type().equals("MANIFEST")
        ? new TaskResource.Service("s3", "readManifest", TaskResource.IntegrationPattern.RESPONSE)
        : reader.resource();
  }

  private static TaskCaller.Call of(
      LiveExecution run,
      BranchScope scope,
      TaskResource resource,
      String arguments,
      @Nullable String token) {
    var task = new Execution.Parent(run.execution.id(), scope.id, scope.sequence);
    return new TaskCaller.Call(
        run.execution, scope.state, resource, Payload.parse(arguments), token, task);
  }
}
