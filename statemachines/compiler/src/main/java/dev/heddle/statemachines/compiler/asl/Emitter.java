package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Planned;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Resources;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Emits the machine of a planned drawing. */
public final class Emitter {
  private final Resources resources;

  /** An emitter of machines that call these. */
  public Emitter(Resources resources) {
    this.resources = resources;
  }

  /** The machine; a run is ended after {@code timeoutSeconds} if there is such a bound. */
  public Emitted emit(Planned planned, String comment, @Nullable Integer timeoutSeconds) {
    Value nothing = new Value.Fields(Map.of());
    Scope machine = Scope.machine(new RunOutput(planned.dag(), planned.relations()));
    Lowering lowering = Levels.lowering(planned, nothing, resources);
    machine.enter(
        lowering.enter(planned.plan(), planned.relations().certain(Dag.START), null, machine));
    return new MachineWriter(planned.dag().drawing(), machine).write(comment, timeoutSeconds);
  }
}
