package dev.heddle.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The input of a workflow's execution. The execution's name is the run's id.
 *
 * @param version the published version; 0 for a run of the draft
 * @param build which compiled graph this is: {@code v3}, or {@code d} and a hash for a draft
 * @param trigger the id of the trigger node that fired
 * @param payload what an expression reads as {@code $trigger}
 * @param parent the run that started this one; null when none did
 * @param record the outputs of nodes that ran in the run this one goes on from; null when it begins
 *     at the beginning
 */
public record RunInput(
    String tenant,
    String workflow,
    long version,
    String build,
    String run,
    String trigger,
    JsonNode payload,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RunParent parent,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode record) {

  /** All of it, as it comes over the wire. */
  @JsonCreator
  public RunInput {}

  /** The input of a run that no other started. */
  public RunInput(
      String tenant,
      String workflow,
      long version,
      String build,
      String run,
      String trigger,
      JsonNode payload) {
    this(tenant, workflow, version, build, run, trigger, payload, null, null);
  }

  /** The same with another payload. */
  public RunInput withPayload(JsonNode payload) {
    return new RunInput(tenant, workflow, version, build, run, trigger, payload, parent, record);
  }

  /** The same of this build, fired by its trigger. */
  public RunInput ofBuild(long version, String build, String trigger) {
    return new RunInput(tenant, workflow, version, build, run, trigger, payload, parent, record);
  }

  /** The same, started by another run. */
  public RunInput startedBy(@Nullable RunParent parent) {
    return new RunInput(tenant, workflow, version, build, run, trigger, payload, parent, record);
  }

  /** The same, going on from what nodes of another run gave. */
  public RunInput goingOnFrom(JsonNode outputs) {
    return new RunInput(tenant, workflow, version, build, run, trigger, payload, parent, outputs);
  }
}
