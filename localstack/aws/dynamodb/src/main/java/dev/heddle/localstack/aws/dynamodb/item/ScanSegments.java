package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.store.RowRange;
import org.jspecify.annotations.Nullable;

/** Reads which share of a table a scan reads. */
final class ScanSegments {
  private static final int MOST = 1_000_000;

  private ScanSegments() {}

  static RowRange.Segment read(InputStructure input) {
    Integer segment = input.whole("Segment");
    Integer segments = input.whole("TotalSegments");
    new RequestConstraints()
        .range("segment", segment, 0, MOST - 1)
        .range("totalSegments", segments, 1, MOST)
        .enforce();
    if (segment == null && segments == null) {
      return new RowRange.Segment(0, 1);
    }
    if (segment == null) {
      throw missing("Segment", "parameter TotalSegments is present");
    }
    if (segments == null) {
      throw missing("TotalSegments", "Segment parameter is present");
    }
    checkBelow(segment, segments);
    return new RowRange.Segment(segment, segments);
  }

  private static void checkBelow(int segment, int segments) {
    if (segment >= segments) {
      throw DynamoDbFaults.validation(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
              + " Segment: "
              + segment
              + " is not less than TotalSegments: "
              + segments);
    }
  }

  /** A page of a segment begins within it. */
  static void checkWithin(RowRange.Segment span, RowRange.@Nullable Start start) {
    if (start != null && !span.contains(start.entry().hash())) {
      throw DynamoDbFaults.validation(
          "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
              + " ExclusiveStartKey with correct Segment. TotalSegments: "
              + span.segments()
              + " Segment: "
              + span.segment());
    }
  }

  private static RuntimeException missing(String parameter, String reason) {
    return DynamoDbFaults.validation(
        "The "
            + parameter
            + " parameter is required but was not present in the request when "
            + reason);
  }
}
