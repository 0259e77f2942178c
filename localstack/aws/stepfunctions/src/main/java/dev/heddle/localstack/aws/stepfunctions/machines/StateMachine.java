package dev.heddle.localstack.aws.stepfunctions.machines;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A state machine as created or last updated.
 *
 * @param definition the hash of its definition
 * @param revision changes with every update; {@code INITIAL} before the first
 * @param created in milliseconds since the epoch, as is {@code updated}
 * @param lastVersion the number of the version published last; 0 before the first
 * @param logging the logging configuration as given, which changes nothing here
 */
public record StateMachine(
    String arn,
    String name,
    boolean express,
    String definition,
    String roleArn,
    String revision,
    long created,
    long updated,
    int lastVersion,
    @Nullable JsonNode logging,
    @Nullable JsonNode tracing,
    Map<String, String> tags) {

  /** The revision of a machine that was never updated. */
  public static final String INITIAL = "INITIAL";

  /** One that was never updated, of which no version is published. */
  public static StateMachine created(
      String arn, String name, boolean express, String definition, String roleArn, long at) {
    return new StateMachine(
        arn, name, express, definition, roleArn, INITIAL, at, at, 0, null, null, Map.of());
  }

  /** The same with what changes nothing about its executions but whose they are. */
  public StateMachine configured(
      @Nullable JsonNode logging, @Nullable JsonNode tracing, Map<String, String> tags) {
    return new StateMachine(
        arn,
        name,
        express,
        definition,
        roleArn,
        revision,
        created,
        updated,
        lastVersion,
        logging,
        tracing,
        tags);
  }

  /** The type as the service names it. */
  public String type() {
    return express ? "EXPRESS" : "STANDARD";
  }

  /** Whose share of work its executions take: its tag {@code tenant}, else its name. */
  public String owner() {
    return tags.getOrDefault("tenant", name);
  }

  /** The same with another last version. */
  public StateMachine withLastVersion(int version) {
    return new StateMachine(
        arn,
        name,
        express,
        definition,
        roleArn,
        revision,
        created,
        updated,
        version,
        logging,
        tracing,
        tags);
  }

  /** The same with other tags. */
  public StateMachine withTags(Map<String, String> other) {
    return configured(logging, tracing, other);
  }
}
