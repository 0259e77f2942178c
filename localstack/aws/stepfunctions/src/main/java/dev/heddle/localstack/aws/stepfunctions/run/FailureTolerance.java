package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.DistributedMap;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;

/** How many items of a distributed Map may fail. */
final class FailureTolerance {
  private FailureTolerance() {}

  static int of(DistributedMap distribution, EvaluationContext data, int items) {
    Integer count = count(distribution, data);
    Double percentage = percentage(distribution, data);
    int byPercentage = percentage == null ? 0 : (int) Math.floor(items * percentage / 100);
    if (count == null) {
      return byPercentage;
    }
    return percentage == null ? count : Math.min(count, byPercentage);
  }

  private static @org.jspecify.annotations.Nullable Integer count(
      DistributedMap distribution, EvaluationContext data) {
    if (distribution.toleratedCount() == null) {
      return null;
    }
    double count = distribution.toleratedCount().evaluate(data).asDouble(0);
    if (count < 0) {
      throw StateFault.runtime("ToleratedFailureCount cannot be negative.");
    }
    return (int) count;
  }

  private static @org.jspecify.annotations.Nullable Double percentage(
      DistributedMap distribution, EvaluationContext data) {
    if (distribution.toleratedPercentage() == null) {
      return null;
    }
    double percentage = distribution.toleratedPercentage().evaluate(data).asDouble(0);
    if (percentage < 0 || percentage > 100) {
      throw StateFault.runtime("ToleratedFailurePercentage must be between 0 and 100.");
    }
    return percentage;
  }
}
