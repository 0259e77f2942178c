package dev.heddle.localstack.aws.stepfunctions.definition;

import org.jspecify.annotations.Nullable;

/** Tells which query language a machine and each of its states is written in. */
final class Dialects {
  private static final Dialect JSONATA = new JsonataDialect();
  private static final Dialect JSONPATH = new JsonPathDialect();

  private Dialects() {}

  static Dialect ofMachine(Source machine) {
    return named(machine, machine.string("QueryLanguage"), JSONPATH);
  }

  static Dialect ofState(Source state, Dialect machine) {
    String own = state.string("QueryLanguage");
    if (machine == JSONATA && "JSONPath".equals(own)) {
      state.problem(
          "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", "");
      return JSONATA;
    }
    return named(state, own, machine);
  }

  private static Dialect named(Source source, @Nullable String name, Dialect otherwise) {
    return switch (name) {
      case null -> otherwise;
      case "JSONata" -> JSONATA;
      case "JSONPath" -> JSONPATH;
      default -> {
        source.problem("Value must be one of [JSONPath, JSONata]", "QueryLanguage");
        yield otherwise;
      }
    };
  }
}
