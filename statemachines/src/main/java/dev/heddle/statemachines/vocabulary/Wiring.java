package dev.heddle.statemachines.vocabulary;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a node becomes in the state machine; each kind reads config fields of fixed names. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Wiring.Trigger.class, name = "trigger"),
  @JsonSubTypes.Type(value = Wiring.Call.class, name = "call"),
  @JsonSubTypes.Type(value = Wiring.If.class, name = "if"),
  @JsonSubTypes.Type(value = Wiring.Switch.class, name = "switch"),
  @JsonSubTypes.Type(value = Wiring.SetFields.class, name = "set"),
  @JsonSubTypes.Type(value = Wiring.Merge.class, name = "merge"),
  @JsonSubTypes.Type(value = Wiring.Wait.class, name = "wait"),
  @JsonSubTypes.Type(value = Wiring.Respond.class, name = "respond"),
  @JsonSubTypes.Type(value = Wiring.Stop.class, name = "stop")
})
public sealed interface Wiring {

  /** Where a run starts; its output is the payload. {@code waits}: a caller may wait. */
  record Trigger(boolean waits) implements Wiring {}

  /** A Task on the node type's own function, which gets a NodeCall and answers a NodeReply. */
  record Call() implements Wiring {}

  /** Config {@code condition}; ports {@code true} and {@code false}; passes its input on. */
  record If() implements Wiring {}

  /**
   * Config {@code cases: [{name, condition}]}; the first true case's port is taken, else {@code
   * default}; passes its input on.
   */
  record Switch() implements Wiring {}

  /** Config {@code fields: [{name, value}]} and {@code keep}: whether the input's fields stay. */
  record SetFields() implements Wiring {}

  /** Config {@code mode: all|first|quorum} and {@code quorum}; its output is its input. */
  record Merge() implements Wiring {}

  /**
   * Config {@code duration}: a union of kind {@code seconds} with {@code seconds} and kind {@code
   * until} with {@code timestamp}; passes its input on.
   */
  record Wait() implements Wiring {}

  /** Config {@code status}, {@code body} and {@code headers}: the run's answer. */
  record Respond() implements Wiring {}

  /** Config {@code outcome: end|fail}, {@code error} and {@code message}. */
  record Stop() implements Wiring {}
}
