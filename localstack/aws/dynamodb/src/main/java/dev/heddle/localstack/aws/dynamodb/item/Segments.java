package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.store.Span;
import org.jspecify.annotations.Nullable;

/** Reads which share of a table a scan reads. */
final class Segments {
  private static final int MOST = 1_000_000;

  private Segments() {}

  static Span.Segment read(Input input) {
    Integer segment = input.whole("Segment");
    Integer segments = input.whole("TotalSegments");
    new Constraints()
        .range("segment", segment, 0, MOST - 1)
        .range("totalSegments", segments, 1, MOST)
        .enforce();
    if (segment == null && segments == null) {
      return new Span.Segment(0, 1);
    }
    if (segment == null) {
      throw missing("Segment", "parameter TotalSegments is present");
    }
    if (segments == null) {
      throw missing("TotalSegments", "Segment parameter is present");
    }
    checkBelow(segment, segments);
    return new Span.Segment(segment, segments);
  }

  private static void checkBelow(int segment, int segments) {
    if (segment >= segments) {
      throw Faults.validation(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
              + " Segment: "
              + segment
              + " is not less than TotalSegments: "
              + segments);
    }
  }

  /** A page of a segment begins within it. */
  static void checkWithin(Span.Segment span, Span.@Nullable Start start) {
    if (start != null && !span.contains(start.entry().hash())) {
      throw Faults.validation(
          "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
              + " ExclusiveStartKey with correct Segment. TotalSegments: "
              + span.segments()
              + " Segment: "
              + span.segment());
    }
  }

  private static RuntimeException missing(String parameter, String reason) {
    return Faults.validation(
        "The "
            + parameter
            + " parameter is required but was not present in the request when "
            + reason);
  }
}
