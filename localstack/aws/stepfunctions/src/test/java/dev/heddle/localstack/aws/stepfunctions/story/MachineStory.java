package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One machine, one run of it, and what must become of it, as read from {@code resources/stories}.
 * The README says what a story may hold.
 */
record MachineStory(String topic, String title, ObjectNode body) {
  private static final Set<String> MOVING =
      Set.of("Pass", "Task", "Wait", "Parallel", "Map", "Activity");

  /** A name for its machine that no other story has. */
  String machineName() {
    return "s-" + topic + "-" + Integer.toHexString(title.hashCode());
  }

  boolean express() {
    return "EXPRESS".equals(body.path("type").asString("STANDARD"));
  }

  String input() {
    return body.has("input") ? Json.text(body.get("input")) : "{}";
  }

  /** The definition of the machine that is run. */
  String definition() {
    return definition(body);
  }

  /** The other machines, by name; each is a Standard one. */
  Map<String, String> machines() {
    Map<String, String> machines = new TreeMap<>();
    body.path("machines")
        .properties()
        .forEach(m -> machines.put(m.getKey(), definition((ObjectNode) m.getValue())));
    return machines;
  }

  JsonNode tasks() {
    return body.path("tasks");
  }

  JsonNode services() {
    return body.path("services");
  }

  JsonNode files() {
    return body.path("files");
  }

  JsonNode workers() {
    return body.path("workers");
  }

  /** When and how someone stops the run; missing if nobody does. */
  JsonNode stop() {
    return body.path("stop");
  }

  /** What must become of it when it is redriven; missing if it is not. */
  JsonNode redriven() {
    return body.path("redriven");
  }

  ObjectNode expected() {
    return (ObjectNode) body.get("expect");
  }

  /** Whether the order of things that are due is what it is about, so that time must not race. */
  boolean needsVirtualTime() {
    return body.has("virtual");
  }

  /** Whether it tells of points in time, so that time must begin at the epoch. */
  boolean fromEpoch() {
    return body.path("virtual").asString("").contains("epoch");
  }

  /** Seconds that pass at a time where time is turned forward from outside. */
  long pace() {
    return body.path("pace").asLong(1);
  }

  /** Whether it runs where nothing can be prepared but machines. */
  boolean standsAlone() {
    return !body.has("tasks")
        && !body.has("services")
        && !body.has("files")
        && !body.has("workers")
        && !body.has("machines")
        && !needsVirtualTime();
  }

  private static String definition(ObjectNode story) {
    if (story.has("definition")) {
      return Json.text(story.get("definition"));
    }
    ObjectNode machine = Json.object();
    if (story.has("language")) {
      machine.set("QueryLanguage", story.get("language"));
    }
    if (story.has("timeout")) {
      machine.set("TimeoutSeconds", story.get("timeout"));
    }
    ObjectNode states = (ObjectNode) story.get("states").deepCopy();
    machine.put("StartAt", states.propertyNames().iterator().next());
    machine.set("States", states);
    end(states);
    return Json.text(machine);
  }

  /** A state that says nothing of where it leads ends its branch. */
  private static void end(JsonNode states) {
    for (JsonNode state : states) {
      ObjectNode given = (ObjectNode) state;
      if (MOVING.contains(given.path("Type").asString("")) && !given.has("Next")) {
        given.put("End", true);
      }
      given.path("Branches").forEach(MachineStory::complete);
      complete(given.path("ItemProcessor"));
      complete(given.path("Iterator"));
    }
  }

  private static void complete(JsonNode branch) {
    if (branch instanceof ObjectNode given && given.has("States")) {
      JsonNode states = given.get("States");
      if (!given.has("StartAt")) {
        given.put("StartAt", states.propertyNames().iterator().next());
      }
      end(states);
    }
  }

  @Override
  public String toString() {
    return topic + ": " + title;
  }
}
