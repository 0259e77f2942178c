package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;

/** Committed events in order, and how far their reader has come. */
public interface Outbox {

  /** The next batches after what was delivered; empty when there is nothing new. */
  List<Batch> next(int limit);

  /** Says that all batches up to a position were delivered. */
  void delivered(long position);

  /** Events of one turn of one execution. */
  record Batch(long position, String executionArn, List<HistoryEvent> events) {}
}
