package dev.heddle.functions.spec.run;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.ListingKind;
import dev.heddle.functions.spec.entity.TenantEntity;
import dev.heddle.functions.spec.workflow.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of one tenant. */
public interface Runs {

  /** Runs, with what their nodes did. */
  TenantEntity<Runs> ENTITY =
      Entity.ofTenant("run", Runs.class)
          .keys("TENANT#*#RUN", "TENANT#*#RUN#*")
          .listed(
              List.of(ListingKind.NEWEST, ListingKind.BY_PARENT, ListingKind.BY_STANDING),
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
              "cause")
          .kept(EntityRetention.UNTIL_DELETED);

  /** Records a run that was just started, unless the log's writer was faster. */
  void recordStart(Run run);

  /** The run. */
  Optional<Run> find(String id);

  /** The run and its nodes as the execution log has told them so far. */
  Optional<RunTrace> trace(String id);

  /** What its nodes did, in the order they began. */
  default List<NodeRun> nodes(String id) {
    return trace(id).map(RunTrace::nodeRuns).orElse(List.of());
  }

  /** How far another execution of a run has been read: one of a for-each's, by its own name. */
  EventCursor cursor(String run, String execution);

  /** Remembers for two days whose run an execution belongs to. */
  void linkExecution(String execution, String run);

  /** The run that an execution belongs to. */
  Optional<String> runOfExecution(String execution);

  /** Newest first, without input and output; null filters match all. */
  Page<Run> list(
      @Nullable String workflow, Run.@Nullable Status status, int limit, @Nullable String cursor);

  /**
   * Stores the run and these of its nodes, each if the stored revision is still the one it has here
   * (0: not stored), raising it by one. Some may be stored and others not. The trail comes after
   * the nodes, so what it has seen is stored.
   *
   * @return whether all were; otherwise read the trace again, merge and repeat
   */
  boolean record(RunTrace trace);
}
