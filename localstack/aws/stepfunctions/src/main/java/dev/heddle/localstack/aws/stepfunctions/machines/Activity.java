package dev.heddle.localstack.aws.stepfunctions.machines;

import java.util.Map;

/** Work that is done by workers who ask for it; created in milliseconds since the epoch. */
public record Activity(String arn, String name, long created, Map<String, String> tags) {

  /** The same with other tags. */
  public Activity withTags(Map<String, String> other) {
    return new Activity(arn, name, created, other);
  }
}
