package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.List;

/** A container around a step, and the variables its body reads. */
public record ContainerFrame(String id, boolean loops) {

  /** Whether nodes of this wiring hold others. */
  public static boolean isContainer(NodeWiring wiring) {
    return wiring instanceof NodeWiring.ForEach || wiring instanceof NodeWiring.Loop;
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
  static String resolve(String name, List<ContainerFrame> around) {
    for (ContainerFrame frame : around.reversed()) {
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
