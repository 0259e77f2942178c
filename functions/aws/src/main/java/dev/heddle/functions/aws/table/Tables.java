package dev.heddle.functions.aws.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * The product's tables as data: the laptop creates them from it, the stack is synthesised of it.
 */
public final class Tables {
  /** The hash key of every table, a text. */
  public static final String PARTITION = "pk";

  /** The range key of every table, a text. */
  public static final String SORT = "sk";

  /** When an item expires, in seconds since the epoch. */
  public static final String TTL = "ttl";

  private static final List<String> OF_RUNS =
      List.of(
          "id",
          "workflow",
          "workflowName",
          "version",
          "build",
          "trigger",
          "status",
          "startedAt",
          "endedAt",
          "error",
          "cause");

  private static final List<String> OF_WORKFLOWS =
      List.of(
          "id",
          "name",
          "description",
          "revision",
          "triggers",
          "publishedVersion",
          "publishedRevision",
          "publishedAt",
          "createdAt",
          "updatedAt");

  public static final Index NEWEST =
      new Index(
          "newest",
          "newest",
          "at",
          Stream.concat(OF_RUNS.stream(), OF_WORKFLOWS.stream()).distinct().toList());

  public static final Index BY_PARENT = new Index("by-parent", "parent", "at", OF_RUNS);
  public static final Index BY_STANDING =
      new Index(
          "by-standing",
          "standing",
          "at",
          Stream.concat(OF_RUNS.stream(), Stream.of("approval")).toList());

  /** Everything that is a document. */
  public static final Definition DOCUMENTS =
      new Definition("heddle", List.of(NEWEST, BY_PARENT, BY_STANDING));

  /** Counters by tenant, period and meter. */
  public static final Definition USAGE = new Definition("heddle-usage", List.of());

  /** All tables. */
  public static final List<Definition> ALL = List.of(DOCUMENTS, USAGE);

  private Tables() {}

  /**
   * A table, on demand, with point-in-time recovery.
   *
   * @param name unless the deployment calls it otherwise
   */
  public record Definition(String name, List<Index> indexes) {}

  /**
   * A global secondary index whose keys are texts.
   *
   * @param projected the attributes it holds besides the keys; a change of others costs it nothing
   */
  public record Index(String name, String hash, String range, List<String> projected) {}
}
