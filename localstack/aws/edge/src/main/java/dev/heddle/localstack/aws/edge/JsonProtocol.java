package dev.heddle.localstack.aws.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AWS JSON protocol: operations named by {@code X-Amz-Target: Prefix.Operation}, JSON in and
 * out, and an {@link AwsFault} as the service's error shape.
 */
public final class JsonProtocol {
  /** Reads and writes the bodies. */
  public static final JsonMapper JSON = JsonMapper.shared();

  private static final System.Logger LOG = System.getLogger(JsonProtocol.class.getName());

  private final String prefix;
  private final String contentType;
  private final Map<String, Operation> operations;

  /** One operation; it answers anything Jackson can write as an object, or throws a fault. */
  @FunctionalInterface
  public interface Operation {
    /** Answers; the request is there for its headers. */
    Object answer(ObjectNode input, AwsRequest request);
  }

  /** A protocol of version {@code "1.0"} or {@code "1.1"} with these operations by name. */
  public JsonProtocol(String prefix, String version, Map<String, Operation> operations) {
    this.prefix = prefix;
    this.contentType = "application/x-amz-json-" + version;
    this.operations = Map.copyOf(operations);
  }

  /** Whether the target header names this prefix, known operation or not. */
  public boolean claims(AwsRequest request) {
    return request.target(prefix).isPresent();
  }

  /** Runs the operation; every refusal and failure becomes an error answer. */
  public AwsResponse answer(AwsRequest request) {
    try {
      return ok(operation(request).answer(object(request.body()), request), contentType);
    } catch (AwsFault fault) {
      return error(fault, contentType);
    } catch (RuntimeException failure) { // the door: an operation's bug is a 500, not a hang-up
      LOG.log(System.Logger.Level.ERROR, prefix + " failed", failure);
      return error(EdgeErrors.internalFailure(), contentType);
    }
  }

  /** The body as a JSON object; an empty body is an empty object. */
  public static ObjectNode object(byte[] body) {
    if (body.length == 0) {
      return JSON.createObjectNode();
    }
    try {
      if (JSON.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new AwsFault("SerializationException", "The body is not JSON: " + where(e));
    }
    throw new AwsFault("SerializationException", "The body is not a JSON object");
  }

  /** A 200 with the value as its body. */
  public static AwsResponse ok(Object value, String contentType) {
    return new AwsResponse(200, Map.of("content-type", contentType), JSON.writeValueAsBytes(value));
  }

  /** The fault in the shape that SDKs read: {@code __type}, {@code message} and its details. */
  public static AwsResponse error(AwsFault fault, String contentType) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("__type", fault.code());
    body.put("message", fault.message());
    body.putAll(fault.details());
    return new AwsResponse(
        fault.status(),
        Map.of("content-type", contentType, "x-amzn-errortype", fault.code()),
        JSON.writeValueAsBytes(body));
  }

  private Operation operation(AwsRequest request) {
    String name = request.target(prefix).orElse("");
    Operation operation = operations.get(name);
    if (operation == null) {
      throw new AwsFault("UnknownOperationException", "The operation is not known: " + name);
    }
    return operation;
  }

  private static String where(JacksonException e) {
    var location = e.getLocation();
    return location == null
        ? "unreadable"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
