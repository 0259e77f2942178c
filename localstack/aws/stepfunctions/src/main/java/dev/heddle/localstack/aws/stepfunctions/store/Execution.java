package dev.heddle.localstack.aws.stepfunctions.store;

import org.jspecify.annotations.Nullable;

/**
 * What is fixed about an execution when it starts; times are in milliseconds since the epoch.
 *
 * @param id its number in the store, in order of starting
 * @param owner whose share of the machine's work it takes
 * @param definition the hash of its definition
 * @param input JSON text
 * @param deadline when it times out; null for never
 * @param parent the task or Map that waits for its end; null if none does
 * @param item what it is in a distributed Map; null if it is in none
 */
public record Execution(
    long id,
    String arn,
    String machineArn,
    @Nullable String versionArn,
    @Nullable String aliasArn,
    String name,
    String roleArn,
    String owner,
    boolean express,
    String definition,
    String input,
    @Nullable String trace,
    long started,
    @Nullable Long deadline,
    @Nullable Parent parent,
    @Nullable Item item) {

  /** A task in another execution, at one attempt. */
  public record Parent(long execution, int scope, int sequence) {}

  /** The item of a map run that an execution is for; {@code map} is the name of the state. */
  public record Item(String mapRun, String map, int index) {}

  /** The name of its state machine. */
  public String machineName() {
    return machineArn.substring(machineArn.lastIndexOf(':') + 1);
  }
}
