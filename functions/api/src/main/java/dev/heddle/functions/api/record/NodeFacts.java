package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.run.Fact;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.NodeTrace.Result;
import dev.heddle.functions.spec.run.ValuePreview;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one event says of a node. */
final class NodeFacts {
  private static final String WAIT = "WaitStateEntered";
  private static final String FAIL = "FailStateEntered";

  private final String node;
  private final ExecutionEvent event;
  private List<Long> events = List.of();
  private List<Long> calls = List.of();
  private @Nullable Fact<Instant> began;
  private @Nullable Fact<JsonNode> sent;
  private @Nullable Fact<Result> result;
  private @Nullable Fact<JsonNode> output;
  private @Nullable Fact<String> port;
  private @Nullable Fact<Instant> left;

  private NodeFacts(String node, ExecutionEvent event) {
    this.node = node;
    this.event = event;
  }

  private <T> Fact<T> fact(T value) {
    return new Fact<>(event.id(), value);
  }

  private NodeTrace trace() {
    boolean waits = event.type().equals(WAIT);
    return new NodeTrace(
        node, "", 0, events, calls, waits, began, sent, result, output, port, left);
  }

  static NodeTrace entered(String node, ExecutionEvent event) {
    NodeFacts facts = new NodeFacts(node, event);
    facts.events = List.of(event.id());
    facts.began = facts.fact(event.at());
    if (event.type().equals(FAIL)) {
      facts.result = facts.fact(Result.failure());
    }
    return facts.trace();
  }

  static NodeTrace left(String node, ExecutionEvent event) {
    NodeFacts facts = new NodeFacts(node, event);
    facts.events = List.of(event.id());
    facts.left = facts.fact(event.at());
    return facts.trace();
  }

  /** A node that its iteration's end left open: what did not succeed was stopped. */
  static NodeTrace over(NodeTrace open, ExecutionEvent event) {
    NodeFacts facts = new NodeFacts(open.node(), event);
    facts.left = facts.fact(event.at());
    if (open.result() == null && !event.type().endsWith("Succeeded")) {
      facts.result = facts.fact(Result.failure());
    }
    return facts.trace().at(open.path());
  }

  /** A node whose output is assigned has run, even if it has no state, or never left its own. */
  static NodeTrace output(String node, ExecutionEvent event, JsonNode value) {
    NodeFacts facts = new NodeFacts(node, event);
    facts.began = facts.fact(event.at());
    facts.output = facts.fact(ValuePreview.kept(value));
    facts.left = facts.fact(event.at());
    return facts.trace();
  }

  static NodeTrace port(String node, ExecutionEvent event, String port) {
    NodeFacts facts = new NodeFacts(node, event);
    facts.port = facts.fact(port);
    facts.left = facts.fact(event.at());
    return facts.trace();
  }

  static NodeTrace failed(String node, ExecutionEvent event) {
    NodeFacts facts = new NodeFacts(node, event);
    facts.fail();
    return facts.trace();
  }

  private void fail() {
    result = fact(Result.failure(event.error(), event.cause()));
  }

  /** What an event of a call says. */
  static NodeTrace task(String node, ExecutionEvent event) {
    NodeFacts facts = new NodeFacts(node, event);
    facts.events = List.of(event.id());
    switch (event.type()) {
      case "TaskScheduled" -> facts.scheduled();
      case "TaskSucceeded" -> facts.succeeded();
      case "TaskStarted", "TaskSubmitted" -> {}
      default -> facts.fail();
    }
    return facts.trace();
  }

  /** The config is read from the NodeCall: a function's payload, or the agent's input. */
  private void scheduled() {
    calls = List.of(event.id());
    JsonNode parameters = event.json("parameters");
    JsonNode call = parameters.has("Payload") ? parameters.path("Payload") : input(parameters);
    sent = fact(ValuePreview.kept(call.path("config")));
  }

  /** Step Functions shows it as JSON or as JSON text. */
  private static JsonNode input(JsonNode parameters) {
    JsonNode input = parameters.path("Input");
    return input.isString() ? ExecutionEvent.parsed(input) : input;
  }

  /** The rest is read from the NodeReply; an agent tells in its output what it used. */
  private void succeeded() {
    JsonNode reply = event.json("output").path("Payload");
    JsonNode usage =
        event.json("output").at(reply.has("usage") ? "/Payload/usage" : "/Output/usage");
    result = fact(Result.success(usage.isObject() ? usage : null));
    if (reply.has("output")) {
      output = fact(ValuePreview.kept(reply.path("output")));
    }
    if (reply.path("port").isString()) {
      port = fact(reply.path("port").stringValue());
    }
  }
}
