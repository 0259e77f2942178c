package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Machines of random shape whose end does not depend on which branch is faster: what fails is
 * caught where it fails, and what a task gives depends only on what it is given.
 */
final class RandomMachine {
  private static final String INVOKE = "arn:aws:states:::lambda:invoke";
  private final Random random;
  private int states;

  RandomMachine(long seed) {
    random = new Random(seed);
  }

  String definition() {
    ObjectNode machine = branch(2);
    machine.put("QueryLanguage", "JSONata");
    return Json.text(machine);
  }

  private String name() {
    return "S" + states++;
  }

  /** A chain of a few states. */
  private ObjectNode branch(int depth) {
    ObjectNode branch = Json.object();
    ObjectNode all = Json.object();
    String start = name();
    branch.put("StartAt", start);
    String at = start;
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      ObjectNode state = state(depth);
      all.set(at, state);
      String next = name();
      state.put("Next", next);
      state.path("Catch").forEach(catcher -> ((ObjectNode) catcher).put("Next", next));
      at = next;
    }
    all.set(at, last());
    branch.set("States", all);
    return branch;
  }

  private ObjectNode last() {
    return random.nextBoolean()
        ? Json.object().put("Type", "Succeed")
        : Json.object().put("Type", "Pass").put("End", true);
  }

  private ObjectNode state(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 4)) {
      case 0 -> pass();
      case 1 -> Json.object().put("Type", "Wait").put("Seconds", random.nextInt(4));
      case 2 -> task("echo");
      case 3 -> failing();
      case 4, 5 -> parallel(depth);
      case 6 -> map(depth, false);
      default -> map(depth, true);
    };
  }

  private ObjectNode pass() {
    String value = "{% [$states.input, " + random.nextInt(100) + "] %}";
    ObjectNode pass = Json.object().put("Type", "Pass").put("Output", value);
    pass.putObject("Assign").put("v" + states, "{% $states.input %}");
    return pass;
  }

  private ObjectNode task(String function) {
    ObjectNode task = Json.object().put("Type", "Task").put("Resource", INVOKE);
    task.putObject("Arguments")
        .put("FunctionName", function)
        .put(
            "Payload",
            "{% {'of': $states.context.State.Name, 'try': $states.context.State.RetryCount} %}");
    return task.put("Output", "{% $states.result.Payload %}");
  }

  private ObjectNode failing() {
    ObjectNode task = task("fails");
    ObjectNode retrier = task.putArray("Retry").addObject();
    retrier.putArray("ErrorEquals").add("Bad");
    retrier.put("MaxAttempts", random.nextInt(3)).put("IntervalSeconds", 1);
    ObjectNode catcher = task.putArray("Catch").addObject();
    catcher.putArray("ErrorEquals").add("States.ALL");
    return task;
  }

  private ObjectNode parallel(int depth) {
    ObjectNode parallel = Json.object().put("Type", "Parallel");
    ArrayNode branches = parallel.putArray("Branches");
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      branches.add(branch(depth - 1));
    }
    return parallel;
  }

  private ObjectNode map(int depth, boolean distributed) {
    ObjectNode map = Json.object().put("Type", "Map").put("MaxConcurrency", random.nextInt(3));
    ArrayNode items = map.putArray("Items");
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(i);
    }
    ObjectNode processor = branch(distributed ? 0 : depth - 1);
    if (distributed) {
      processor
          .putObject("ProcessorConfig")
          .put("Mode", "DISTRIBUTED")
          .put("ExecutionType", "STANDARD");
    }
    map.set("ItemProcessor", processor);
    return map;
  }
}
