package dev.heddle.statemachines.language.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks a tree once: what it reads from outside, and what Step Functions would refuse. */
final class ExpressionAnalyzer {
  private static final String NO_INPUT =
      "Expressions have no input of their own: name the step to read";
  private final Deque<Set<String>> scopes = new ArrayDeque<>();
  private final List<VariableReference> references = new ArrayList<>();
  private final List<ExpressionFault> faults = new ArrayList<>();
  private boolean assigning;

  ExpressionAnalyzer() {
    scopes.push(new HashSet<>());
  }

  List<VariableReference> references() {
    return List.copyOf(references);
  }

  List<ExpressionFault> faults() {
    return List.copyOf(faults);
  }

  /** Whether it has variables of its own, which analysis doesn't follow. */
  boolean assigning() {
    return assigning;
  }

  /** {@code inside}: whether there is a current item, as in a path's steps and in filters. */
  void visit(Expr expr, boolean inside) {
    switch (expr) {
      case Expr.Constant _ -> {}
      case Expr.Name name -> name(name, inside);
      case Expr.Context context -> context(context, inside);
      case Expr.Variable variable -> read(variable, List.of());
      case Expr.Binary binary -> all(List.of(binary.left(), binary.right()), inside);
      case Expr.Negation negative -> visit(negative.value(), inside);
      case Expr.Path path -> path(path, inside);
      case Expr.Within within -> {
        visit(within.target(), inside);
        all(within.parts(), true);
      }
      case Expr.Binding bound -> {
        visit(bound.target(), inside);
        define(bound.name());
      }
      case Expr.ListOf list -> all(list.items(), inside);
      case Expr.ObjectOf object -> all(object.parts(), inside);
      case Expr.Block block -> scoped(() -> all(block.steps(), inside));
      case Expr.Conditional conditional -> conditional(conditional, inside);
      case Expr.Assign assign -> assign(assign, inside);
      case Expr.Call call -> {
        visit(call.function(), inside);
        all(call.arguments(), inside);
      }
      case Expr.Lambda lambda -> scoped(() -> lambda(lambda, inside));
      case Expr.Transform transform -> all(transform.parts(), true);
    }
  }

  private void all(List<Expr> parts, boolean inside) {
    parts.forEach(part -> visit(part, inside));
  }

  private void scoped(Runnable walk) {
    scopes.push(new HashSet<>());
    walk.run();
    scopes.pop();
  }

  private void define(String name) {
    assigning = true;
    scopes.element().add(name);
  }

  private void name(Expr.Name name, boolean inside) {
    if (!inside) {
      String hint = "Write \"$step." + name.name() + "\" with the step's id.";
      faults.add(new ExpressionFault(name.at(), false, NO_INPUT, hint));
    }
  }

  private void context(Expr.Context context, boolean inside) {
    if (context.symbol().equals("%")) {
      String hint = "Bind the item to a variable: \"$step.items@$i.parts\".";
      faults.add(
          new ExpressionFault(
              context.at(), false, "The parent operator \"%\" isn't supported", hint));
    } else if (!inside || context.symbol().equals("$$")) {
      String message = "\"" + context.symbol() + "\" has no meaning here. " + NO_INPUT;
      faults.add(new ExpressionFault(context.at(), false, message, ""));
    }
  }

  private void read(Expr.Variable variable, List<String> fields) {
    String name = variable.name();
    if (scopes.stream().anyMatch(scope -> scope.contains(name))) {
      return;
    }
    if (name.equals("eval") || name.equals("states")) {
      refuse(variable);
    } else if (!BuiltinNames.isFunction(name)) {
      references.add(new VariableReference(variable.at(), variable.end(), name, fields));
    }
  }

  private void refuse(Expr.Variable variable) {
    boolean states = variable.name().equals("states");
    faults.add(
        new ExpressionFault(
            variable.at(),
            false,
            "\"$" + variable.name() + "\" can't be used in a workflow",
            states ? "Use \"$trigger\", \"$run\" or a step's id." : ""));
  }

  private void path(Expr.Path path, boolean inside) {
    Deque<Expr> steps = new ArrayDeque<>();
    Expr first = path;
    while (first instanceof Expr.Path inner) {
      steps.push(inner.step());
      first = inner.left();
    }
    if (first instanceof Expr.Variable variable) {
      read(variable, leadingNames(steps));
    } else {
      step(first, inside);
    }
    steps.forEach(step -> step(step, true));
  }

  private void step(Expr step, boolean inside) {
    if (bare(step) instanceof Expr.Constant constant) {
      constantStep(constant, inside);
    }
    visit(step, inside);
  }

  private static Expr bare(Expr step) {
    return switch (step) {
      case Expr.Within within -> bare(within.target());
      case Expr.Binding bound -> bare(bound.target());
      default -> step;
    };
  }

  /** In a path a string is a field's name, and no other constant has a meaning. */
  private void constantStep(Expr.Constant constant, boolean inside) {
    switch (constant.kind()) {
      case TEXT -> name(new Expr.Name(constant.at(), "field"), inside);
      case TRUTH, OTHER ->
          faults.add(
              new ExpressionFault(constant.at(), true, "A constant can't be part of a path", ""));
      case REGEX -> {}
    }
  }

  private static List<String> leadingNames(Deque<Expr> steps) {
    return steps.stream()
        .takeWhile(Expr.Name.class::isInstance)
        .map(step -> ((Expr.Name) step).name())
        .toList();
  }

  private void conditional(Expr.Conditional conditional, boolean inside) {
    visit(conditional.test(), inside);
    visit(conditional.then(), inside);
    if (conditional.otherwise() != null) {
      visit(conditional.otherwise(), inside);
    }
  }

  /** A function may call itself by the name it is assigned to, any other value may not. */
  private void assign(Expr.Assign assign, boolean inside) {
    if (assign.value() instanceof Expr.Lambda) {
      define(assign.name());
    }
    visit(assign.value(), inside);
    define(assign.name());
  }

  private void lambda(Expr.Lambda lambda, boolean inside) {
    lambda.parameters().forEach(this::define);
    visit(lambda.body(), inside);
  }
}
