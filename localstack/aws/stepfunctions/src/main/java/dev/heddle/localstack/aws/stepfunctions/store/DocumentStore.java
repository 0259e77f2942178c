package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small documents by kind and key, all in memory; a write is durable when it returns. */
public interface DocumentStore {

  /** The document; null if there is none. */
  @Nullable String get(String kind, String key);

  /** Every document of a kind, by key. */
  Map<String, String> all(String kind);

  /** Writes several at once, as a whole. */
  void write(List<Change> changes);

  /** A document to write; null to remove it. */
  record Change(String kind, String key, @Nullable String body) {}
}
