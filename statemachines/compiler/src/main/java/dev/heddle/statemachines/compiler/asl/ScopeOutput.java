package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import java.util.Set;
import java.util.function.Function;

/** What a scope gives when it ends, where that isn't merely what is read of it later. */
interface ScopeOutput {

  /** The variables it may be made of. */
  Set<String> variables();

  /** The value, as far as it is known who ran. */
  DynamicValue value(Function<DrawingStep, HasRun> known);

  /** Whether a step has run when a scope ends. */
  enum HasRun {
    YES,
    NO,
    PERHAPS
  }

  /** What a variable holds. */
  record Variable(String name) implements ScopeOutput {
    @Override
    public Set<String> variables() {
      return Set.of(name);
    }

    @Override
    public DynamicValue value(Function<DrawingStep, HasRun> known) {
      return VariableNames.read(name);
    }
  }
}
