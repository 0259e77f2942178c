package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.When;
import dev.heddle.statemachines.compiler.drawing.ContainerFrame;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.language.expression.CodePiece;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;

/**
 * A loop: a Pass that begins to count, the body, and a Choice that ends or leads back. What an
 * earlier time assigned isn't read: a variable counts as assigned only on the ways from the head.
 */
final class LoopLowering {
  private static final int MOST = 10;
  private final DrawingStep step;
  private final ContainerFrame frame;
  private final ContainerBody body;
  private final FlowGraph dag;
  private final LexicalScope scope;

  /** A loop that stands in a scope. */
  LoopLowering(DrawingStep step, ContainerBody body, FlowGraph dag, LexicalScope scope) {
    this.step = step;
    this.frame = step.frame();
    this.body = body;
    this.dag = dag;
    this.scope = scope;
  }

  /** The state it is entered by; {@code next} says where a port leads. */
  AslState make(Function<String, @Nullable AslState> next) {
    AslState again = new AslState("Choice", step.node().name() + ": again?").standsFor(step, false);
    again.exit(leave(new When.Rule(until()), "done", NodePorts.MAIN, next));
    again.exit(atMost(new When.Rule(countReached()), next));
    scope.add(again);
    AslState head = body.enter(again, scope);
    again.exit(
        new StateTransition(new When.Default(), head == null ? again : head)
            .assignAlways(frame.loop(), state(count(), body.value())));
    AslState begin = new AslState("Pass", step.node().name()).standsFor(step, true);
    return scope.add(
        begin.exit(
            StateTransition.next(head == null ? again : head)
                .assignAlways(frame.loop(), BEGINNING)));
  }

  private static final DynamicValue BEGINNING =
      state(
          new DynamicValue.Literal(IntNode.valueOf(0)),
          new DynamicValue.Literal(NullNode.getInstance()));

  private static DynamicValue state(DynamicValue index, DynamicValue last) {
    Map<String, DynamicValue> state = new LinkedHashMap<>();
    state.put("index", index);
    state.put("last", last);
    return new DynamicValue.Fields(state);
  }

  private StateTransition leave(
      When when, String reason, String port, Function<String, @Nullable AslState> next) {
    Map<String, DynamicValue> output = new LinkedHashMap<>();
    output.put("last", body.value());
    output.put("count", count());
    output.put("reason", PureStates.text(reason));
    return new StateTransition(when, next.apply(port))
        .assignAlways(VariableNames.output(step), new DynamicValue.Fields(output))
        .assignAlways(VariableNames.port(step), PureStates.text(port));
  }

  /** Goes on by the port of its own if that leads somewhere, else fails. */
  private StateTransition atMost(When when, Function<String, @Nullable AslState> next) {
    if (dag.ports(step).contains(NodePorts.MAX)) {
      return leave(when, "max", NodePorts.MAX, next);
    }
    AslState fail = new AslState("Fail", step.node().name() + ": too often").standsFor(step, false);
    fail.field("Error", PureStates.text("Heddle.LoopLimit"));
    String cause = "\"" + step.node().name() + "\" ran " + max() + " times without finishing";
    return new StateTransition(when, scope.add(fail.field("Cause", PureStates.text(cause))));
  }

  /** How often the body has run now. */
  private DynamicValue.Code count() {
    return new JsonataBuilder().read(frame.loop()).text(".index + 1").build();
  }

  private DynamicValue countReached() {
    return new JsonataBuilder().code(count()).text(" >= " + max()).build();
  }

  private int max() {
    return step.value("max") instanceof DynamicValue.Literal max ? max.json().asInt(MOST) : MOST;
  }

  /** The condition, in which the loop's last result is that of the time that just ended. */
  private DynamicValue until() {
    DynamicValue until = step.value("until");
    if (!(until instanceof DynamicValue.Code code)) {
      return until == null ? new DynamicValue.Literal(BooleanNode.FALSE) : until;
    }
    JsonataBuilder text = new JsonataBuilder();
    List<CodePiece> pieces = code.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      CodePiece after = i + 1 < pieces.size() ? pieces.get(i + 1) : new CodePiece.Text("");
      if (pieces.get(i) instanceof CodePiece.Read read && read.name().equals("loop")) {
        i += write(after, text);
      } else {
        text.piece(pieces.get(i));
      }
    }
    return text.build();
  }

  /** Writes what {@code $loop} stands for; 1 if what follows it is written too. */
  private int write(CodePiece after, JsonataBuilder text) {
    if (after instanceof CodePiece.Text field && field.text().matches("(?s)\\.last\\b.*")) {
      inline(body.value(), text);
      text.text(field.text().substring(".last".length()));
      return 1;
    }
    if (after instanceof CodePiece.Text field && field.text().matches("(?s)\\.index\\b.*")) {
      text.read(frame.loop());
      return 0;
    }
    DynamicValue index = new JsonataBuilder().read(frame.loop()).text(".index").build();
    text.text("(").code(ValueCode.of(state(index, body.value()))).text(")");
    return 0;
  }

  private static void inline(DynamicValue.Code value, JsonataBuilder text) {
    boolean bare =
        value.pieces().size() == 1 && value.pieces().getFirst() instanceof CodePiece.Read;
    text.text(bare ? "" : "(").code(value).text(bare ? "" : ")");
  }
}
