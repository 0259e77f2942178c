package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.definition.ErrorRecovery.Catcher;
import dev.heddle.localstack.aws.stepfunctions.definition.ErrorRecovery.Retrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads Retry and Catch. */
record RecoveryReader(DefinitionObject source, QueryLanguage dialect) {
  private static final Set<String> RETRY =
      Set.of(
          "ErrorEquals",
          "IntervalSeconds",
          "MaxAttempts",
          "BackoffRate",
          "MaxDelaySeconds",
          "JitterStrategy",
          "Comment");
  private static final int ATTEMPTS = 99_999_999;

  ErrorRecovery read() {
    return new ErrorRecovery(retriers(), catchers());
  }

  private List<Retrier> retriers() {
    List<Retrier> retriers = new ArrayList<>();
    List<JsonNode> all = source.array("Retry");
    for (int i = 0; i < all.size(); i++) {
      DefinitionObject retrier = source.inner(all.get(i), "Retry[" + i + "]");
      retrier.refuseUnknown(RETRY);
      retriers.add(retrier(retrier, errors(retrier, i == all.size() - 1)));
    }
    return retriers;
  }

  private static Retrier retrier(DefinitionObject retrier, List<String> errors) {
    double longest = retrier.number("MaxDelaySeconds", -1, 1);
    String jitter = retrier.string("JitterStrategy");
    if (jitter != null && !Set.of("FULL", "NONE").contains(jitter)) {
      retrier.problem("Value must be one of [FULL, NONE]", "JitterStrategy");
    }
    return new Retrier(
        errors,
        retrier.number("IntervalSeconds", 1, 0),
        (int) Math.min(ATTEMPTS, retrier.number("MaxAttempts", 3, 0)),
        retrier.number("BackoffRate", 2, 1),
        longest < 0 ? null : longest,
        "FULL".equals(jitter));
  }

  private List<Catcher> catchers() {
    List<Catcher> catchers = new ArrayList<>();
    List<JsonNode> all = source.array("Catch");
    for (int i = 0; i < all.size(); i++) {
      DefinitionObject catcher = source.inner(all.get(i), "Catch[" + i + "]");
      catcher.require("Next");
      String next = catcher.string("Next");
      List<String> errors = errors(catcher, i == all.size() - 1);
      catchers.add(new Catcher(errors, dialect.catching(catcher), next == null ? "" : next));
    }
    return catchers;
  }

  private static List<String> errors(DefinitionObject rule, boolean last) {
    rule.require("ErrorEquals");
    List<String> errors = rule.strings("ErrorEquals");
    if (rule.has("ErrorEquals") && errors.isEmpty()) {
      rule.problem("Expected at least one error name", "ErrorEquals");
    }
    if (errors.contains("States.ALL") && (errors.size() > 1 || !last)) {
      rule.problem("States.ALL must be alone in its rule, and in the last rule", "ErrorEquals");
    }
    return errors;
  }
}
