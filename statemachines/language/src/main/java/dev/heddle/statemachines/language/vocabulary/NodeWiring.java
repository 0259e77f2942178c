package dev.heddle.statemachines.language.vocabulary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a node becomes in the state machine; each kind reads config fields of fixed names. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NodeWiring.Trigger.class, name = "trigger"),
  @JsonSubTypes.Type(value = NodeWiring.Call.class, name = "call"),
  @JsonSubTypes.Type(value = NodeWiring.Await.class, name = "await"),
  @JsonSubTypes.Type(value = NodeWiring.RunWorkflow.class, name = "run-workflow"),
  @JsonSubTypes.Type(value = NodeWiring.Agent.class, name = "agent"),
  @JsonSubTypes.Type(value = NodeWiring.ForEach.class, name = "for-each"),
  @JsonSubTypes.Type(value = NodeWiring.Loop.class, name = "loop"),
  @JsonSubTypes.Type(value = NodeWiring.If.class, name = "if"),
  @JsonSubTypes.Type(value = NodeWiring.Switch.class, name = "switch"),
  @JsonSubTypes.Type(value = NodeWiring.SetFields.class, name = "set"),
  @JsonSubTypes.Type(value = NodeWiring.Merge.class, name = "merge"),
  @JsonSubTypes.Type(value = NodeWiring.Wait.class, name = "wait"),
  @JsonSubTypes.Type(value = NodeWiring.Respond.class, name = "respond"),
  @JsonSubTypes.Type(value = NodeWiring.Stop.class, name = "stop")
})
public sealed interface NodeWiring {

  /**
   * Where a run starts; its output is the payload.
   *
   * @param waits whether a caller may wait for the run
   * @param called whether it fires when another workflow starts the run
   * @param byHand whether it is there for who starts a run without an event
   */
  record Trigger(
      boolean waits,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean called,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean byHand)
      implements NodeWiring {
    /** What the execution input says instead of a trigger's id when another workflow called. */
    public static final String CALLED = "called";

    /** The trigger that fires when another workflow starts the run. */
    public static Trigger ofCalls() {
      return new Trigger(false, true, false);
    }

    /** The trigger for who starts a run without an event. */
    public static Trigger manual() {
      return new Trigger(false, false, true);
    }

    /** A trigger that only its own events fire. */
    public Trigger(boolean waits) {
      this(waits, false, false);
    }
  }

  /**
   * A Task on the node type's own function, which gets a NodeCall and answers a NodeReply.
   *
   * @param byProvider whether there is a function for each provider of models, and config {@code
   *     provider}, a choice among them, says which one is called
   */
  record Call(@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean byProvider)
      implements NodeWiring {
    /** The config field that names the provider. */
    public static final String PROVIDER = "provider";

    /** A call of a node type's only function. */
    public Call() {
      this(false);
    }
  }

  /**
   * A Task on the node type's own function that ends when somebody gives its token back, with
   * {@code {port, output}}; config {@code timeoutSeconds}; port {@code timeout} if it is connected.
   */
  record Await() implements NodeWiring {}

  /**
   * Config {@code workflow}, the id of a published one, {@code input} and {@code wait}; its output
   * is what the run gave, or {@code {run}} if nobody waits.
   */
  record RunWorkflow() implements NodeWiring {}

  /** A run of the platform's machine {@code agent}, which gets the config. */
  record Agent() implements NodeWiring {}

  /**
   * A container run for each item: config {@code items}, {@code atOnce}, {@code batch}, {@code
   * onItemError: stop|keep|drop} and {@code tolerated}, a percentage; its output is the list of
   * what its body gave.
   */
  record ForEach() implements NodeWiring {}

  /**
   * A container run again and again: config {@code until}, asked after each time, and {@code max};
   * its output is {@code {last, count, reason}}; port {@code max} if it is connected.
   */
  record Loop() implements NodeWiring {}

  /** Config {@code condition}; ports {@code true} and {@code false}; passes its input on. */
  record If() implements NodeWiring {}

  /**
   * Config {@code cases: [{name, condition}]}; the first true case's port is taken, else {@code
   * default}; passes its input on.
   */
  record Switch() implements NodeWiring {}

  /** Config {@code fields: [{name, value}]} and {@code keep}: whether the input's fields stay. */
  record SetFields() implements NodeWiring {}

  /** Config {@code mode: all|first|quorum} and {@code quorum}; its output is its input. */
  record Merge() implements NodeWiring {}

  /**
   * Config {@code duration}: a union of kind {@code seconds} with {@code seconds} and kind {@code
   * until} with {@code timestamp}; passes its input on.
   */
  record Wait() implements NodeWiring {}

  /** Config {@code status}, {@code body} and {@code headers}: the run's answer. */
  record Respond() implements NodeWiring {}

  /** Config {@code outcome: end|fail}, {@code error} and {@code message}. */
  record Stop() implements NodeWiring {}
}
