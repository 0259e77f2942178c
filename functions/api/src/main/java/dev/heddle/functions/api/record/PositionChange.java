package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.run.EventPosition;
import dev.heddle.functions.spec.run.EventPosition.Next;
import dev.heddle.statemachines.language.SourceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How an event leads from one place of a run to the next. */
record PositionChange(ExecutionEvent event, SourceMap.@Nullable Origin origin) {
  /** The variables by which a machine counts: a for-each's items, and a loop's times. */
  private static final String INDEX = "Index_";

  private static final String LOOP = "Loop_";

  /** The events that as many others follow as there are branches or iterations. */
  private static final Set<String> FORKS = Set.of("ParallelStateStarted", "MapStateStarted");

  /** Where the event happens if it follows one that happened there. */
  EventPosition after(EventPosition before) {
    if (event.type().endsWith("StateEntered")) {
      return before.in(origin == null ? null : origin.node());
    }
    if (!event.type().endsWith("StateExited")) {
      return before.followedBy(FORKS.contains(event.type()) ? Next.MANY : Next.ONE);
    }
    EventPosition here = before.in(null);
    for (Map.Entry<String, JsonNode> variable : assigned()) {
      here = counted(here, variable.getKey(), ExecutionEvent.parsed(variable.getValue()));
    }
    return origin != null && leavesItems() ? here.outside(origin.node()) : here;
  }

  private Set<Map.Entry<String, JsonNode>> assigned() {
    return event.details().path("assignedVariables").properties();
  }

  private static EventPosition counted(
      EventPosition eventPosition, String variable, JsonNode value) {
    if (variable.startsWith(INDEX) && value.isIntegralNumber()) {
      return eventPosition.at(variable.substring(INDEX.length()), value.intValue());
    }
    JsonNode index = value.path("index");
    return variable.startsWith(LOOP) && index.isIntegralNumber()
        ? eventPosition.at(variable.substring(LOOP.length()), index.intValue())
        : eventPosition;
  }

  private boolean leavesItems() {
    return event.type().equals("MapStateExited") && origin != null && origin.runs();
  }

  /** The containers of which no earlier iteration goes on after the event. */
  List<String> endedContainers() {
    List<String> ended = new ArrayList<>();
    if (origin != null && leavesItems()) {
      ended.add(origin.node());
    }
    for (Map.Entry<String, JsonNode> variable : assigned()) {
      if (event.type().endsWith("StateExited") && variable.getKey().startsWith(LOOP)) {
        ended.add(variable.getKey().substring(LOOP.length()));
      }
    }
    return ended;
  }

  /**
   * Whether the event goes on from the one before: what tells of the end of a Parallel, a Map or an
   * iteration stands beside the states and tasks that do.
   */
  boolean continuesPath() {
    String type = event.type();
    return type.endsWith("StateEntered") || type.endsWith("StateExited") || type.startsWith("Task");
  }
}
