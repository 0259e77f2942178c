package dev.heddle.statemachines.language.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSONata syntax tree, as coarse as its analysis needs; positions are offsets in the text. */
sealed interface Expr {

  /** A value that stands in the text. */
  record Constant(int at, Kind kind) implements Expr {

    enum Kind {
      TEXT,
      TRUTH,
      REGEX,
      OTHER
    }
  }

  /** A bare field name. */
  record Name(int at, String name) implements Expr {}

  /** What stands for the current input: {@code *}, {@code **}, {@code %}, {@code $}, {@code $$}. */
  record Context(int at, String symbol) implements Expr {}

  /** A variable; {@code name} is without its dollar sign. */
  record Variable(int at, int end, String name) implements Expr {}

  /** An operator between two values; paths aside. */
  record Binary(String operator, Expr left, Expr right) implements Expr {}

  /** A negated number. */
  record Negation(Expr value) implements Expr {}

  /** {@code left.step}. */
  record Path(Expr left, Expr step) implements Expr {}

  /** A filter, an order or a grouping: {@code parts} are read for each item of the target. */
  record Within(Expr target, List<Expr> parts) implements Expr {}

  /** {@code target@$name} or {@code target#$name}. */
  record Binding(Expr target, String name) implements Expr {}

  /** A list constructor. */
  record ListOf(List<Expr> items) implements Expr {}

  /** An object constructor: keys and values in turn. */
  record ObjectOf(List<Expr> parts) implements Expr {}

  /** Expressions in parentheses. */
  record Block(List<Expr> steps) implements Expr {}

  /** {@code test ? then : otherwise}. */
  record Conditional(Expr test, Expr then, @Nullable Expr otherwise) implements Expr {}

  /** {@code $name := value}. */
  record Assign(String name, Expr value) implements Expr {}

  /** A call, perhaps with some arguments left open. */
  record Call(Expr function, List<Expr> arguments) implements Expr {}

  /** A function of the expression's own. */
  record Lambda(List<String> parameters, Expr body) implements Expr {}

  /** {@code | pattern | update, delete |}. */
  record Transform(List<Expr> parts) implements Expr {}
}
