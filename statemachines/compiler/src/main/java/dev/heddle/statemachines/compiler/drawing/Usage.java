package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.expression.Parsed;
import dev.heddle.statemachines.language.report.Place;

/** An expression and the field it stands in. */
public record Usage(Place place, Parsed parsed) {}
