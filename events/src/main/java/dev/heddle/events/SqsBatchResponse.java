package dev.heddle.events;

import java.util.List;

/** Which messages of a batch failed and must be delivered again (ReportBatchItemFailures). */
public record SqsBatchResponse(List<Failure> batchItemFailures) {

  /** The id of one message that failed. */
  public record Failure(String itemIdentifier) {}
}
