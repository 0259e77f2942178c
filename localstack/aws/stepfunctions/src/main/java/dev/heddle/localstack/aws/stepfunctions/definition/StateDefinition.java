package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.ChoiceCondition;
import dev.heddle.localstack.aws.stepfunctions.query.DataFlow;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One state; where {@code next} is null the state ends its branch. */
public sealed interface StateDefinition {

  /** The name, unique in the machine. */
  String name();

  /** How data passes through it. */
  DataFlow flow();

  /** What it does about failures. */
  default ErrorRecovery recovery() {
    return ErrorRecovery.NONE;
  }

  /** The branches inside it. */
  default List<Branch> branches() {
    return List.of();
  }

  /** Whether it may be tried again, and so shows a retry count in its context. */
  default boolean recovers() {
    return false;
  }

  /** The variables it assigns, wherever it leaves by. */
  default Set<String> assigned() {
    Set<String> names = new HashSet<>(flow().assigned());
    recovery().catchers().forEach(catcher -> names.addAll(catcher.flow().assigned()));
    return names;
  }

  /** The variables and functions its fields name. */
  default Set<String> references() {
    Set<String> names = new HashSet<>(flow().references());
    templates().filter(Objects::nonNull).forEach(t -> names.addAll(t.references()));
    recovery().catchers().forEach(catcher -> names.addAll(catcher.flow().references()));
    return names;
  }

  /** Its computed fields that are not part of the flow; null where one is absent. */
  default Stream<@Nullable ValueTemplate> templates() {
    return Stream.of();
  }

  /** Passes its input on, or a fixed result. */
  record Pass(String name, DataFlow flow, @Nullable JsonNode result, @Nullable String next)
      implements StateDefinition {}

  /** Calls something; times are in seconds. */
  record Task(
      String name,
      DataFlow flow,
      TaskResource resource,
      @Nullable ValueTemplate timeout,
      @Nullable ValueTemplate heartbeat,
      @Override ErrorRecovery recovery,
      @Nullable String next)
      implements StateDefinition {
    /** Whether its end comes later than the answer to its call. */
    public boolean waits() {
      return resource.pattern() != TaskResource.IntegrationPattern.RESPONSE;
    }

    @Override
    public boolean recovers() {
      return true;
    }

    @Override
    public Stream<@Nullable ValueTemplate> templates() {
      return Stream.of(timeout, heartbeat);
    }
  }

  /** Goes where its first matching rule says. */
  record Choice(String name, DataFlow flow, List<Rule> rules, @Nullable String otherwise)
      implements StateDefinition {
    @Override
    public Set<String> assigned() {
      Set<String> names = new HashSet<>(flow.assigned());
      rules.forEach(rule -> names.addAll(rule.flow().assigned()));
      return names;
    }

    @Override
    public Set<String> references() {
      Set<String> names = new HashSet<>(flow.references());
      rules.forEach(rule -> names.addAll(rule.flow().references()));
      rules.forEach(rule -> names.addAll(rule.condition().references()));
      return names;
    }
  }

  /** One rule of a Choice. */
  record Rule(ChoiceCondition condition, DataFlow flow, String next) {}

  /** Waits for a time. */
  record Wait(String name, DataFlow flow, Delay delay, @Nullable String next)
      implements StateDefinition {
    @Override
    public Stream<@Nullable ValueTemplate> templates() {
      return Stream.of(
          switch (delay) {
            case Delay.Seconds(ValueTemplate seconds) -> seconds;
            case Delay.Until(ValueTemplate timestamp) -> timestamp;
          });
    }
  }

  /** How long a Wait waits. */
  sealed interface Delay {
    /** A number of seconds. */
    record Seconds(ValueTemplate seconds) implements Delay {}

    /** A point in time, ISO 8601 with an offset. */
    record Until(ValueTemplate timestamp) implements Delay {}
  }

  /** Ends its branch well. */
  record Succeed(String name, DataFlow flow) implements StateDefinition {}

  /** Ends its branch with an error. */
  record Fail(
      String name, DataFlow flow, @Nullable ValueTemplate error, @Nullable ValueTemplate cause)
      implements StateDefinition {
    @Override
    public Stream<@Nullable ValueTemplate> templates() {
      return Stream.of(error, cause);
    }
  }

  /** Runs several branches at the same time. */
  record Parallel(
      String name,
      DataFlow flow,
      @Override List<Branch> branches,
      @Override ErrorRecovery recovery,
      @Nullable String next)
      implements StateDefinition {
    @Override
    public boolean recovers() {
      return true;
    }
  }

  /** Runs one branch for each item of a list; no items template means the input itself. */
  record MapState(
      String name,
      DataFlow flow,
      @Nullable ValueTemplate items,
      @Nullable ValueTemplate selector,
      @Nullable ValueTemplate maxConcurrency,
      Branch processor,
      @Nullable DistributedMap distribution,
      @Override ErrorRecovery recovery,
      @Nullable String next)
      implements StateDefinition {
    @Override
    public List<Branch> branches() {
      return List.of(processor);
    }

    @Override
    public Stream<@Nullable ValueTemplate> templates() {
      Stream<@Nullable ValueTemplate> own = Stream.of(items, selector, maxConcurrency);
      return distribution == null ? own : Stream.concat(own, distribution.templates());
    }

    @Override
    public boolean recovers() {
      return true;
    }
  }
}
