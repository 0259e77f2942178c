package dev.heddle.functions.api.approvals;

import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.TaskCallbacks;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.wait.EventWait;
import dev.heddle.functions.spec.wait.EventWaits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Hands an event to every run of the workspace that waits for it. */
public final class SendEvent implements Route<SendEvent.Input, SendEvent.Output> {
  /** How many runs one call lets go on; a second call takes the rest. */
  static final int MOST = 500;

  /** What happened, to which thing, and what runs get of it. */
  public record Input(
      @Example("order.packed") @FormField(pattern = "[a-z0-9][a-z0-9._-]{0,63}") String event,
      @Example("1017") @FormField(max = 1_000, fallback = "\"\"") String key,
      @Example("{\"parcel\": \"3A\"}") @Nullable JsonNode payload) {}

  /** How many runs went on. */
  public record Output(@Example("1") int completed) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/events", Input.class, Output.class)
        .summary("Send an event to waiting runs")
        .maxBody(RunStarter.MAX_PAYLOAD + 4 * 1024)
        .access(new Access.Writes(EventWaits.ENTITY), new Access.CompletesTasks());
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    return (input, caller) -> {
      EventWaits waits = ports.of(EventWaits.ENTITY).apply(caller.member().tenant());
      ObjectNode reply = reply(input.payload());
      int completed = 0;
      for (EventWait wait : waits.of(input.event(), input.key(), MOST)) {
        completed +=
            ports.tasks().succeed(wait.token(), reply) == TaskCallbacks.Result.TAKEN ? 1 : 0;
        waits.drop(wait);
      }
      return new Output(completed);
    };
  }

  private static ObjectNode reply(@Nullable JsonNode payload) {
    JsonNode output = payload == null ? NullNode.getInstance() : payload;
    if (output.toString().getBytes(StandardCharsets.UTF_8).length > RunStarter.MAX_PAYLOAD) {
      throw new Fault(new Problem.TooLarge(RunStarter.MAX_PAYLOAD));
    }
    ObjectNode reply = WireJson.MAPPER.createObjectNode();
    reply.put("port", "main").set("output", output);
    return reply;
  }
}
