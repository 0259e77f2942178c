package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.List;

/** A container around a step, and the variables its body reads. */
public record Frame(String id, boolean loops) {

  /** Whether nodes of this wiring hold others. */
  public static boolean isContainer(Wiring wiring) {
    return wiring instanceof Wiring.ForEach || wiring instanceof Wiring.Loop;
  }

  /** The variable of a for-each's item. */
  public String item() {
    return "Item_" + id;
  }

  /** The variable of the item's place. */
  public String index() {
    return "Index_" + id;
  }

  /** The variable of a loop's count and what it last gave. */
  public String loop() {
    return "Loop_" + id;
  }

  /** What a name written by a user stands for inside these containers, outermost first. */
  static String meaning(String name, List<Frame> around) {
    for (Frame frame : around.reversed()) {
      if (frame.loops() && name.equals("loop")) {
        return frame.loop();
      }
      if (!frame.loops() && name.equals("item")) {
        return frame.item();
      }
      if (!frame.loops() && name.equals("index")) {
        return frame.index();
      }
    }
    return name;
  }
}
