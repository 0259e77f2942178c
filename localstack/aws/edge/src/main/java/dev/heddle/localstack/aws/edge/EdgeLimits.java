package dev.heddle.localstack.aws.edge;

import java.time.Duration;

/**
 * What one edge accepts at once.
 *
 * @param bodyBytes the largest request body; more is answered with 413
 * @param requests requests being answered at a time, long polls included; more is answered with 503
 * @param bufferedBytes bytes of request bodies held at a time; more is answered with 503
 * @param patience how long a request waits for room before the 503
 */
public record EdgeLimits(int bodyBytes, int requests, int bufferedBytes, Duration patience) {

  /** 10 MiB a body, 4,096 requests, 256 MiB of bodies, one second of patience. */
  public static final EdgeLimits STANDARD =
      new EdgeLimits(10 << 20, 4_096, 256 << 20, Duration.ofSeconds(1));
}
