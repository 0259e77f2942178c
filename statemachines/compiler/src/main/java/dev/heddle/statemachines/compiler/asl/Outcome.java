package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.Value;
import java.util.Set;
import java.util.function.Function;

/** What a scope gives when it ends, where that isn't merely what is read of it later. */
interface Outcome {

  /** The variables it may be made of. */
  Set<String> variables();

  /** The value, as far as it is known who ran. */
  Value value(Function<Step, Ran> known);

  /** Whether a step has run when a scope ends. */
  enum Ran {
    YES,
    NO,
    PERHAPS
  }

  /** What a variable holds. */
  record Variable(String name) implements Outcome {
    @Override
    public Set<String> variables() {
      return Set.of(name);
    }

    @Override
    public Value value(Function<Step, Ran> known) {
      return Names.read(name);
    }
  }
}
