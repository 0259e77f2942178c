package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.util.HashMap;
import java.util.Map;

/** The AWS JSON 1.0 protocol of Step Functions. */
public final class StepFunctionsProtocol {
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
            answers.put(name, (input, request) -> operation.answer(new OperationRequest(input))));
    protocol = new JsonProtocol("AWSStepFunctions", "1.0", answers);
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
