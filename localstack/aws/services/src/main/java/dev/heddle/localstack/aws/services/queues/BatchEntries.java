package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.RequestInput;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the batch operations have in common: at most ten entries with ids of their own. */
final class BatchEntries {
  private static final int MOST = 10;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private BatchEntries() {}

  static List<RequestInput> entries(RequestInput input) {
    List<RequestInput> entries = input.list("Entries");
    if (entries.isEmpty()) {
      throw new AwsFault("EmptyBatchRequest", "There should be at least one entry in the request.");
    }
    if (entries.size() > MOST) {
      throw new AwsFault(
          "TooManyEntriesInBatchRequest",
          "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
    }
    checkIds(entries);
    return entries;
  }

  /** Does one entry's work; a refusal goes on the list of failed entries. */
  static void attempt(String id, List<Object> failed, Runnable work) {
    try {
      work.run();
    } catch (AwsFault fault) {
      failed.add(
          Map.of(
              "Id",
              id,
              "Code",
              fault.code(),
              "Message",
              fault.message(),
              "SenderFault",
              fault.status() < 500));
    }
  }

  private static void checkIds(List<RequestInput> entries) {
    Set<String> ids = new HashSet<>();
    for (RequestInput entry : entries) {
      String id = entry.required("Id");
      if (!ID.matcher(id).matches()) {
        throw new AwsFault(
            "InvalidBatchEntryId",
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                + " It can be at most 80 letters long.");
      }
      if (!ids.add(id)) {
        throw new AwsFault("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
      }
    }
  }
}
