package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.statemachines.language.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How every problem reads (RFC 9457).
 *
 * @param type what kind of problem it is, for programs
 * @param instance the id under which the call is logged
 * @param errors each wrong field
 * @param issues what is wrong with a drawing
 */
record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Nullable List<FieldError> errors,
    @Nullable List<Issue> issues) {}
