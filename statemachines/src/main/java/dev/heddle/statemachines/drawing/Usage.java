package dev.heddle.statemachines.drawing;

import dev.heddle.statemachines.expression.Parsed;
import dev.heddle.statemachines.report.Place;

/** An expression and the field it stands in. */
public record Usage(Place place, Parsed parsed) {}
