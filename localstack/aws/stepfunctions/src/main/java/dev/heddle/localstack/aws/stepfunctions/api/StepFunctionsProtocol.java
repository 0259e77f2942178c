package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The AWS JSON 1.0 protocol of Step Functions. */
public final class StepFunctionsProtocol {
  /** What reads the catalog and then writes what follows from that. */
  private static final Set<String> CATALOG_CHANGES =
      Set.of(
          "CreateStateMachine",
          "UpdateStateMachine",
          "DeleteStateMachine",
          "PublishStateMachineVersion",
          "DeleteStateMachineVersion",
          "CreateStateMachineAlias",
          "UpdateStateMachineAlias",
          "DeleteStateMachineAlias",
          "TagResource",
          "UntagResource",
          "CreateActivity",
          "DeleteActivity");

  private final Object catalogLock = new Object();
  private final JsonProtocol protocol;

  /** All operations, on an engine. */
  public StepFunctionsProtocol(EngineAssembly engine) {
    Map<String, ApiOperation> operations = new HashMap<>();
    var versions = new VersionOperations(engine.catalog(), engine.time());
    versions.register(operations);
    new MachineOperations(engine.catalog(), engine.arns(), engine.time(), versions)
        .register(operations);
    new AliasOperations(engine.catalog(), engine.time()).register(operations);
    new TagOperations(engine.catalog()).register(operations);
    new ExecutionOperations(engine.catalog(), engine.store(), engine.starter(), engine.executions())
        .register(operations);
    new ActivityOperations(engine).register(operations);
    new MapRunOperations(engine.store(), engine.executions()).register(operations);
    new HistoryOperations(engine.store()).register(operations);
    new TokenOperations(engine.executions()).register(operations);
    new TestStateOperation(engine).register(operations);
    ValidateOperation.register(operations);
    Map<String, JsonProtocol.Operation> answers = new HashMap<>();
    operations.forEach(
        (name, operation) ->
            answers.put(
                name,
                CATALOG_CHANGES.contains(name)
                    ? (input, request) -> change(operation, new OperationRequest(input))
                    : (input, request) -> operation.answer(new OperationRequest(input))));
    protocol = new JsonProtocol("AWSStepFunctions", "1.0", answers);
  }

  // One lock for all of them, since they share what they write: a version published, or a tag set,
  // while a machine is updated would otherwise write the machine of before and lose the update, and
  // a version could be deleted while an alias is made for it. Not the catalog's own lock, which
  // starts of executions need while a long definition is parsed here.
  private JsonNode change(ApiOperation operation, OperationRequest request) {
    synchronized (catalogLock) {
      return operation.answer(request);
    }
  }

  /** Answers a request; a refusal is an answer. */
  public AwsResponse answer(AwsRequest request) {
    return protocol.answer(request);
  }

  /** Whether a request is for this service. */
  public boolean claims(AwsRequest request) {
    return protocol.claims(request);
  }
}
