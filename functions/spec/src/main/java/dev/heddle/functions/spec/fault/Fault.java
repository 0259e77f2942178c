package dev.heddle.functions.spec.fault;

import java.util.List;

/** Carries a {@link Problem} from where it is found to the door; it has no stack trace. */
public final class Fault extends RuntimeException {
  private final transient Problem problem;

  /** A fault for this problem. */
  public Fault(Problem problem) {
    super(problem.toString(), null, false, false);
    this.problem = problem;
  }

  /** One wrong field. */
  public static Fault invalid(String field, String message) {
    return new Fault(new Problem.Invalid(List.of(new Problem.FieldError(field, message))));
  }

  /** Something that is not there for this caller. */
  public static Fault notFound(String what) {
    return new Fault(new Problem.NotFound(what));
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
