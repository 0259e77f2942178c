package dev.heddle.localstack.host.demo;

import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks OpenAI's chat completions without a model behind it: rules read the text, choose and
 * summarise, always with the same result. Everything it says is marked as not coming from an AI.
 */
public final class DemoModel {
  /** The one model there is. */
  public static final String MODEL = "demo";

  static final String FINGERPRINT = "heddle-demo-not-an-ai";
  static final String NOTE = "(Demo model: rules, not an AI.)";

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final InstantSource clock;

  /** A model that dates its answers by this clock. */
  public DemoModel(InstantSource clock) {
    this.clock = clock;
  }

  /** What is to be sent back. */
  public sealed interface Reply {

    /** A status and a JSON body. */
    record Json(int status, JsonNode body) implements Reply {}

    /** Status 200 and server-sent events, each the text after {@code data: }. */
    record Events(List<String> data) implements Reply {}
  }

  /**
   * Answers a request.
   *
   * @param path below the model's base URL, such as {@code /chat/completions}
   * @param body JSON; empty for GET
   */
  public Reply answer(String method, String path, byte[] body) {
    return switch (path) {
      case "/chat/completions" -> method.equals("POST") ? complete(body) : notAllowed("POST");
      case "/models" -> method.equals("GET") ? ok(models()) : notAllowed("GET");
      case "/models/" + MODEL -> method.equals("GET") ? ok(model()) : notAllowed("GET");
      default ->
          error(
              NOT_FOUND,
              "unknown_url",
              "The demo model supports only /chat/completions and /models.");
    };
  }

  private Reply complete(byte[] body) {
    try {
      return complete(new CompletionRequest(DemoSchemas.JSON.readTree(body)));
    } catch (JacksonException e) {
      return error(BAD_REQUEST, "invalid_json", "The body isn't valid JSON.");
    }
  }

  private Reply complete(CompletionRequest question) {
    String model = question.body().path("model").asString("");
    if (!model.equals(MODEL)) {
      return error(
          NOT_FOUND,
          "model_not_found",
          "Only the model “demo” is available here, and it isn't an AI. To use “"
              + model
              + "”, enter its provider's base URL and an API key.");
    }
    if (question.messages().isEmpty()) {
      return error(
          BAD_REQUEST, "missing_messages", "messages must be a list with at least one message.");
    }
    var completion =
        new DemoCompletion(question, DemoAnswer.to(question), clock.instant().getEpochSecond());
    return question.streams() ? new Reply.Events(completion.chunks()) : ok(completion.whole());
  }

  private static Reply ok(JsonNode body) {
    return new Reply.Json(200, body);
  }

  private static ObjectNode models() {
    ObjectNode list = DemoSchemas.JSON.createObjectNode().put("object", "list");
    list.putArray("data").add(model());
    return list;
  }

  private static ObjectNode model() {
    return DemoSchemas.JSON
        .createObjectNode()
        .put("id", MODEL)
        .put("object", "model")
        .put("created", 0)
        .put("owned_by", FINGERPRINT);
  }

  private static Reply notAllowed(String taken) {
    return error(METHOD_NOT_ALLOWED, "method_not_allowed", "Use " + taken + ".");
  }

  private static Reply error(int status, String code, String message) {
    ObjectNode body = DemoSchemas.JSON.createObjectNode();
    body.putObject("error")
        .put("message", message)
        .put("type", "invalid_request_error")
        .putNull("param")
        .put("code", code);
    return new Reply.Json(status, body);
  }
}
