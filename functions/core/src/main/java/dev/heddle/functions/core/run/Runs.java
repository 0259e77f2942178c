package dev.heddle.functions.core.run;

import dev.heddle.functions.core.workflow.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of one tenant. */
public interface Runs {

  /** Records a run that was just started, unless the log's writer was faster. */
  void accept(Run run);

  /** The run. */
  Optional<Run> find(String id);

  /** What its nodes did, in the order they began. */
  List<NodeRun> nodes(String id);

  /** Newest first, without input and output; null filters match all. */
  Page<Run> list(
      @Nullable String workflow, Run.@Nullable Status status, int limit, @Nullable String cursor);

  /** Writes what the execution log says; repeated and late events change nothing. */
  void record(Run run, List<NodeRun> nodes, long lastEvent);
}
