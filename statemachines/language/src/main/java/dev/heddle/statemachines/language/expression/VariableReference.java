package dev.heddle.statemachines.language.expression;

import java.util.List;

/**
 * A variable that an expression reads and doesn't define itself.
 *
 * @param at the offset of its dollar sign in the text
 * @param end the offset after it
 * @param fields the plain field names that follow it
 */
public record VariableReference(int at, int end, String name, List<String> fields) {}
