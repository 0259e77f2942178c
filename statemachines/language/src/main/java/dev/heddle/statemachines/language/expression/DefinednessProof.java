package dev.heddle.statemachines.language.expression;

import java.util.List;
import java.util.Set;

/**
 * Proves that an expression has a value whatever the data are. A free variable has one: the
 * compiler sees to it.
 */
final class DefinednessProof {
  private static final Set<String> TRUTHS = Set.of("=", "!=", "in", "and", "or");
  private static final Set<String> OF_LOOP = Set.of("index", "last");
  private static final Set<String> ALWAYS = Set.of("exists", "count", "now", "millis");
  private static final Set<String> IF_ARGUMENT = Set.of("string", "boolean", "not", "type");

  private DefinednessProof() {}

  static boolean defined(Expr expr) {
    return switch (expr) {
      case Expr.Constant _, Expr.ListOf _, Expr.ObjectOf _, Expr.Lambda _ -> true;
      case Expr.Variable variable -> Character.isLowerCase(variable.name().charAt(0));
      case Expr.Binary binary -> binary(binary);
      case Expr.Negation negative -> defined(negative.value());
      case Expr.Conditional conditional ->
          conditional.otherwise() != null
              && defined(conditional.then())
              && defined(conditional.otherwise());
      case Expr.Block block -> block.steps().size() == 1 && defined(block.steps().getFirst());
      case Expr.Call call -> call(call);
      case Expr.Path path -> isOfLoop(path);
      case Expr.Name _, Expr.Context _, Expr.Within _ -> false;
      case Expr.Binding _, Expr.Assign _, Expr.Transform _ -> false;
    };
  }

  /** What is known of a loop is there from the first time on. */
  private static boolean isOfLoop(Expr.Path path) {
    return path.left() instanceof Expr.Variable variable
        && variable.name().equals("loop")
        && path.step() instanceof Expr.Name field
        && OF_LOOP.contains(field.name());
  }

  private static boolean binary(Expr.Binary binary) {
    String operator = binary.operator();
    boolean always = TRUTHS.contains(operator) || operator.equals("&") || operator.equals("..");
    return always || !operator.equals("~>") && defined(binary.left()) && defined(binary.right());
  }

  private static boolean call(Expr.Call call) {
    return calls(call, ALWAYS)
        || calls(call, IF_ARGUMENT)
            && call.arguments().stream().allMatch(DefinednessProof::defined);
  }

  private static boolean calls(Expr.Call call, Set<String> functions) {
    List<Expr> arguments = call.arguments();
    return call.function() instanceof Expr.Variable function
        && functions.contains(function.name())
        && (!arguments.isEmpty() || ALWAYS.contains(function.name()));
  }

  /** Whether a defined expression is surely true or false. */
  static boolean truth(Expr expr) {
    return switch (expr) {
      case Expr.Constant constant -> constant.kind() == Expr.Constant.Kind.TRUTH;
      case Expr.Binary binary -> TRUTHS.contains(binary.operator());
      case Expr.Block block -> block.steps().size() == 1 && truth(block.steps().getFirst());
      case Expr.Call call -> calls(call, Set.of("exists", "boolean", "not"));
      case Expr.Conditional conditional ->
          conditional.otherwise() != null
              && truth(conditional.then())
              && truth(conditional.otherwise());
      case Expr.Name _, Expr.Context _, Expr.Path _, Expr.Within _, Expr.Variable _ -> false;
      case Expr.Binding _, Expr.Assign _, Expr.Transform _, Expr.Negation _ -> false;
      case Expr.ListOf _, Expr.ObjectOf _, Expr.Lambda _ -> false;
    };
  }
}
