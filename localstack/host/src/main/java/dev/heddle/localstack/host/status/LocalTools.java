package dev.heddle.localstack.host.status;

import dev.heddle.functions.core.catalog.Wire;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a workflow can call without leaving the laptop: an echo, and a model that is not an AI. */
public final class LocalTools {
  private static final int MOST_ECHOED = 1 << 20;

  private final String echo;
  private final String demoModel;

  /** Tools at these paths. */
  public LocalTools(String echo, String demoModel) {
    this.echo = echo;
    this.demoModel = demoModel;
  }

  /** Adds them. */
  public void mount(RoutesConfig routes) {
    for (HandlerType verb :
        List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE)) {
      routes.addHttpHandler(verb, echo, LocalTools::echo);
    }
  }

  private static void echo(Context context) throws IOException {
    byte[] body = context.req().getInputStream().readNBytes(MOST_ECHOED);
    ObjectNode answer = Wire.JSON.createObjectNode();
    answer.put("method", context.method().name());
    answer.put("path", context.path());
    answer.set("query", Wire.JSON.valueToTree(context.queryParamMap()));
    answer.set("body", body(body));
    context.contentType("application/json").result(answer.toString());
  }

  private static JsonNode body(byte[] body) {
    try {
      return Wire.JSON.readTree(body);
    } catch (JacksonException e) {
      return Wire.JSON.valueToTree(new String(body, StandardCharsets.UTF_8));
    }
  }
}
