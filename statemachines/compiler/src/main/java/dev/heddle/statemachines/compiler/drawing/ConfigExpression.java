package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.expression.ParsedExpression;
import dev.heddle.statemachines.language.report.SourceLocation;

/** An expression and the field it stands in. */
public record ConfigExpression(SourceLocation place, ParsedExpression parsed) {}
