package dev.heddle.localstack.aws.stepfunctions.definition;

import org.jspecify.annotations.Nullable;

/** Tells which query language a machine and each of its states is written in. */
final class QueryLanguageResolver {
  private static final QueryLanguage JSONATA = new JsonataLanguage();
  private static final QueryLanguage JSONPATH = new JsonPathLanguage();

  private QueryLanguageResolver() {}

  static QueryLanguage ofMachine(DefinitionObject machine) {
    return named(machine, machine.string("QueryLanguage"), JSONPATH);
  }

  static QueryLanguage ofState(DefinitionObject state, QueryLanguage machine) {
    String own = state.string("QueryLanguage");
    if (machine == JSONATA && "JSONPath".equals(own)) {
      state.problem(
          "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", "");
      return JSONATA;
    }
    return named(state, own, machine);
  }

  private static QueryLanguage named(
      DefinitionObject source, @Nullable String name, QueryLanguage otherwise) {
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
