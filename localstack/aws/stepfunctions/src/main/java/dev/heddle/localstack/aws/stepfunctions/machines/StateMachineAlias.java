package dev.heddle.localstack.aws.stepfunctions.machines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name for one version, or for two by weight. */
public record StateMachineAlias(
    String arn,
    String name,
    @Nullable String description,
    List<Route> routes,
    long created,
    long updated) {

  /** A version and its share of executions, in percent. */
  public record Route(String versionArn, int weight) {}

  /** The machine's ARN. */
  public String machineArn() {
    return arn.substring(0, arn.lastIndexOf(':'));
  }

  /** The route a number from 0 to 99 falls on. */
  public Route route(int number) {
    return number < routes.getFirst().weight() ? routes.getFirst() : routes.getLast();
  }
}
