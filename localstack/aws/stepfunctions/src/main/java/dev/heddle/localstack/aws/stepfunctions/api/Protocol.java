package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.Assembly;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The AWS JSON 1.0 protocol of Step Functions. */
public final class Protocol {
  /** What stands before the operation in the target header. */
  public static final String TARGET = "AWSStepFunctions";

  private static final Logger LOG = System.getLogger(Protocol.class.getName());
  private static final String TYPE = "application/x-amz-json-1.0";

  private final Map<String, Operation> operations = new HashMap<>();

  /** All operations, on an engine. */
  public Protocol(Assembly engine) {
    var versions = new VersionOperations(engine.catalog(), engine.time());
    versions.register(operations);
    new MachineOperations(engine.catalog(), engine.arns(), engine.time(), versions)
        .register(operations);
    new AliasOperations(engine.catalog(), engine.time()).register(operations);
    new Tags(engine.catalog()).register(operations);
    new ExecutionOperations(engine.catalog(), engine.store(), engine.starts(), engine.executions())
        .register(operations);
    new MapRunOperations(engine.store()).register(operations);
    new HistoryOperations(engine.store()).register(operations);
    new TokenOperations(engine.executions()).register(operations);
    ValidateOperation.register(operations);
  }

  /** Answers a request; a refusal is an answer. */
  public AwsResponse answer(AwsRequest request) {
    String name = request.target(TARGET).orElse("");
    try {
      Operation operation = operations.get(name);
      if (operation == null) {
        throw new AwsFault("UnknownOperationException", "Unknown operation '" + name + "'");
      }
      return response(200, operation.answer(Request.of(request.body())), Map.of());
    } catch (AwsFault fault) {
      return refusal(fault);
    } catch (RuntimeException e) {
      // The door: a fault of the engine must reach the caller as an answer.
      LOG.log(Level.ERROR, name + " failed", e);
      return refusal(new AwsFault(500, "InternalServerError", "The engine failed: " + e));
    }
  }

  private static AwsResponse refusal(AwsFault fault) {
    JsonNode body = Json.object().put("__type", fault.code()).put("message", fault.getMessage());
    return response(fault.status(), body, Map.of("x-amzn-ErrorType", fault.code()));
  }

  private static AwsResponse response(int status, JsonNode body, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", TYPE);
    headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
    return new AwsResponse(status, headers, Json.bytes(body));
  }
}
