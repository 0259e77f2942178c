package dev.heddle.statemachines.language.expression;

/** What is wrong with an expression, at an offset of the text; {@code syntax} or refused. */
public record ExpressionFault(int at, boolean syntax, String message, String hint) {}
