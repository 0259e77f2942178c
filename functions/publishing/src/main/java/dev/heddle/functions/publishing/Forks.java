package dev.heddle.functions.publishing;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.Starts;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Machines;
import dev.heddle.functions.spec.port.Settings;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.compiler.drawing.Resume;
import dev.heddle.statemachines.compiler.drawing.Resume.Recorded;
import dev.heddle.statemachines.language.Machine;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts runs that go on from what another one has done. */
public final class Forks {
  private final Drawings drawings;
  private final Machines machines;
  private final Function<Tenant, Runs> runs;
  private final InstantSource clock;

  /** Runs of a deployment. */
  public Forks(
      Settings settings, Function<Tenant, Runs> runs, Machines machines, InstantSource clock) {
    drawings = Drawings.of(settings);
    this.machines = machines;
    this.runs = runs;
    this.clock = clock;
  }

  /** What a node of the run before is known to have done; no port: it did not run. */
  public record Known(String node, @Nullable String port, @Nullable JsonNode output) {}

  /** A drawing as it is now, and its version; 0 for the draft. */
  public record Current(JsonNode graph, long version) {}

  /**
   * A new run.
   *
   * @param from the node it goes on from
   * @param payload what the trigger gives
   */
  public record Fork(String id, String from, String trigger, JsonNode payload, List<Known> known) {}

  /**
   * Starts it.
   *
   * @throws Fault unpublishable when the drawing can't go on from there; conflict when what is
   *     recorded of a node before it is not whole
   */
  public Run start(
      Tenant tenant, Workflows workflows, Workflow workflow, Current current, Fork fork) {
    Resume resume = new Resume(fork.from(), recorded(fork));
    Machine machine = drawings.resumed(workflows::published, current.graph(), resume);
    Build build = build(tenant, workflows, workflow, current, machine);
    RunInput input =
        Starts.input(tenant, build, fork.id(), fork.trigger(), fork.payload())
            .goingOnFrom(outputs(machine, fork));
    Starts.requireFits(Wire.JSON.valueToTree(input));
    machines.start(build.versionArn(), input);
    Run run =
        Starts.running(
            build, workflow.name(), fork.id(), fork.trigger(), fork.payload(), clock.instant());
    runs.apply(tenant).accept(run);
    return run;
  }

  private Build build(
      Tenant tenant, Workflows workflows, Workflow workflow, Current current, Machine machine) {
    String id = Drawings.draftId(current.graph(), machine);
    String arn = machines.build(tenant.id(), workflow.id(), id, machine);
    Build build =
        new Build(
            workflow.id(),
            id,
            current.version(),
            arn,
            machine.kind(),
            current.graph(),
            machine.sourceMap(),
            machine.runMap());
    workflows.keep(build);
    return build;
  }

  private static Map<String, Recorded> recorded(Fork fork) {
    Map<String, Recorded> recorded = new HashMap<>();
    fork.known().forEach(known -> recorded.put(known.node(), new Recorded(known.port())));
    return recorded;
  }

  /** The outputs that the machine reads from its input. */
  private static ObjectNode outputs(Machine machine, Fork fork) {
    String definition = machine.definition().toString();
    ObjectNode outputs = Wire.JSON.createObjectNode();
    fork.known().stream()
        .filter(known -> known.port() != null)
        .filter(known -> definition.contains(".record." + known.node()))
        .forEach(known -> outputs.set(known.node(), whole("what it gave", known.output())));
    return outputs;
  }

  /** A recorded value; a conflict when only its beginning was kept. */
  public static JsonNode whole(String what, @Nullable JsonNode value) {
    if (value != null && value.has("$size") && value.has("$preview")) {
      throw new Fault(
          new Problem.Conflict("Too long to go on from: of " + what + " only a part was kept."));
    }
    return value == null ? NullNode.getInstance() : value;
  }
}
