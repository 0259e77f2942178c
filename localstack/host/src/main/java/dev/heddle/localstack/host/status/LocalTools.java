package dev.heddle.localstack.host.status;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.host.demo.DemoModel;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a workflow can call without leaving the laptop: an echo, and a model that is not an AI. */
public final class LocalTools {
  private static final int MOST_READ = 1 << 20;

  private final String echo;
  private final String demoModel;
  private final DemoModel model;

  /** Tools at these paths, at this clock's time. */
  public LocalTools(String echo, String demoModel, InstantSource clock) {
    this.echo = echo;
    this.demoModel = demoModel;
    model = new DemoModel(clock);
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
    routes.get(demoModel + "/<call>", this::model);
    routes.post(demoModel + "/<call>", this::model);
  }

  private void model(Context context) throws IOException {
    byte[] body = context.req().getInputStream().readNBytes(MOST_READ);
    String path = context.path().substring(demoModel.length());
    switch (model.answer(context.method().name(), path, body)) {
      case DemoModel.Reply.Json(int status, JsonNode json) ->
          context
              .status(status)
              .contentType("application/json")
              .result(WireJson.MAPPER.writeValueAsBytes(json));
      case DemoModel.Reply.Events(List<String> data) ->
          context
              .contentType("text/event-stream")
              .result(events(data).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String events(List<String> data) {
    return data.stream().map(event -> "data: " + event + "\n\n").collect(Collectors.joining());
  }

  private static void echo(Context context) throws IOException {
    byte[] body = context.req().getInputStream().readNBytes(MOST_READ);
    ObjectNode answer = WireJson.MAPPER.createObjectNode();
    answer.put("method", context.method().name());
    answer.put("path", context.path());
    answer.set("query", WireJson.MAPPER.valueToTree(context.queryParamMap()));
    answer.set("body", body(body));
    context.contentType("application/json").result(WireJson.MAPPER.writeValueAsBytes(answer));
  }

  private static JsonNode body(byte[] body) {
    try {
      return WireJson.MAPPER.readTree(body);
    } catch (JacksonException e) {
      return WireJson.MAPPER.valueToTree(new String(body, StandardCharsets.UTF_8));
    }
  }
}
