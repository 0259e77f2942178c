package dev.heddle.localstack.aws.services.files;

import java.time.Instant;

/**
 * A bucket.
 *
 * @param versioning {@code Enabled}, {@code Suspended} or empty: never switched on
 * @param lifeCycle its life-cycle configuration as XML, or empty
 */
record Bucket(long id, String name, Instant created, String versioning, String lifeCycle) {

  boolean versioned() {
    return versioning.equals("Enabled");
  }
}
