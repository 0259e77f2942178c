package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Exit.When;
import dev.heddle.statemachines.compiler.drawing.Frame;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Piece;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Ports;
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
final class Loop {
  private static final int MOST = 10;
  private final Step step;
  private final Frame frame;
  private final Body body;
  private final Dag dag;
  private final Scope scope;

  /** A loop that stands in a scope. */
  Loop(Step step, Body body, Dag dag, Scope scope) {
    this.step = step;
    this.frame = step.frame();
    this.body = body;
    this.dag = dag;
    this.scope = scope;
  }

  /** The state it is entered by; {@code next} says where a port leads. */
  State make(Function<String, @Nullable State> next) {
    State again = new State("Choice", step.node().name() + ": again?").standsFor(step, false);
    again.exit(leave(new When.Rule(until()), "done", Ports.MAIN, next));
    again.exit(atMost(new When.Rule(countReached()), next));
    scope.add(again);
    State head = body.enter(again, scope);
    again.exit(
        new Exit(new When.Default(), head == null ? again : head)
            .show(frame.loop(), state(count(), body.value())));
    State begin = new State("Pass", step.node().name()).standsFor(step, true);
    return scope.add(
        begin.exit(Exit.next(head == null ? again : head).show(frame.loop(), BEGINNING)));
  }

  private static final Value BEGINNING =
      state(new Value.Literal(IntNode.valueOf(0)), new Value.Literal(NullNode.getInstance()));

  private static Value state(Value index, Value last) {
    Map<String, Value> state = new LinkedHashMap<>();
    state.put("index", index);
    state.put("last", last);
    return new Value.Fields(state);
  }

  private Exit leave(
      When when, String reason, String port, Function<String, @Nullable State> next) {
    Map<String, Value> output = new LinkedHashMap<>();
    output.put("last", body.value());
    output.put("count", count());
    output.put("reason", PureStates.text(reason));
    return new Exit(when, next.apply(port))
        .show(Names.output(step), new Value.Fields(output))
        .show(Names.port(step), PureStates.text(port));
  }

  /** Goes on by the port of its own if that leads somewhere, else fails. */
  private Exit atMost(When when, Function<String, @Nullable State> next) {
    if (dag.ports(step).contains(Ports.MAX)) {
      return leave(when, "max", Ports.MAX, next);
    }
    State fail = new State("Fail", step.node().name() + ": too often").standsFor(step, false);
    fail.field("Error", PureStates.text("Heddle.LoopLimit"));
    String cause = "\"" + step.node().name() + "\" ran " + max() + " times and was not done";
    return new Exit(when, scope.add(fail.field("Cause", PureStates.text(cause))));
  }

  /** How often the body has run now. */
  private Value.Code count() {
    return new CodeText().read(frame.loop()).text(".index + 1").done();
  }

  private Value countReached() {
    return new CodeText().code(count()).text(" >= " + max()).done();
  }

  private int max() {
    return step.value("max") instanceof Value.Literal max ? max.json().asInt(MOST) : MOST;
  }

  /** The condition, in which the loop's last result is that of the time that just ended. */
  private Value until() {
    Value until = step.value("until");
    if (!(until instanceof Value.Code code)) {
      return until == null ? new Value.Literal(BooleanNode.FALSE) : until;
    }
    CodeText text = new CodeText();
    List<Piece> pieces = code.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Piece after = i + 1 < pieces.size() ? pieces.get(i + 1) : new Piece.Text("");
      if (pieces.get(i) instanceof Piece.Read read && read.name().equals("loop")) {
        i += write(after, text);
      } else {
        text.piece(pieces.get(i));
      }
    }
    return text.done();
  }

  /** Writes what {@code $loop} stands for; 1 if what follows it is written too. */
  private int write(Piece after, CodeText text) {
    if (after instanceof Piece.Text field && field.text().matches("(?s)\\.last\\b.*")) {
      inline(body.value(), text);
      text.text(field.text().substring(".last".length()));
      return 1;
    }
    if (after instanceof Piece.Text field && field.text().matches("(?s)\\.index\\b.*")) {
      text.read(frame.loop());
      return 0;
    }
    Value index = new CodeText().read(frame.loop()).text(".index").done();
    text.text("(").code(ValueCode.of(state(index, body.value()))).text(")");
    return 0;
  }

  private static void inline(Value.Code value, CodeText text) {
    boolean bare = value.pieces().size() == 1 && value.pieces().getFirst() instanceof Piece.Read;
    text.text(bare ? "" : "(").code(value).text(bare ? "" : ")");
  }
}
