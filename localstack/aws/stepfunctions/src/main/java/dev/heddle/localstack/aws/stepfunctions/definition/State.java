package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.Condition;
import dev.heddle.localstack.aws.stepfunctions.query.Flow;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One state; where {@code next} is null the state ends its branch. */
public sealed interface State {

  /** The name, unique in the machine. */
  String name();

  /** How data passes through it. */
  Flow flow();

  /** What it does about failures. */
  default Recovery recovery() {
    return Recovery.NONE;
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
  default Stream<@Nullable Template> templates() {
    return Stream.of();
  }

  /** Passes its input on, or a fixed result. */
  record Pass(String name, Flow flow, @Nullable JsonNode result, @Nullable String next)
      implements State {}

  /** Calls something; times are in seconds. */
  record Task(
      String name,
      Flow flow,
      Resource resource,
      @Nullable Template timeout,
      @Nullable Template heartbeat,
      @Override Recovery recovery,
      @Nullable String next)
      implements State {
    /** Whether its end comes later than the answer to its call. */
    public boolean waits() {
      return resource.pattern() != Resource.Pattern.RESPONSE;
    }

    @Override
    public boolean recovers() {
      return true;
    }

    @Override
    public Stream<@Nullable Template> templates() {
      return Stream.of(timeout, heartbeat);
    }
  }

  /** Goes where its first matching rule says. */
  record Choice(String name, Flow flow, List<Rule> rules, @Nullable String otherwise)
      implements State {
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
  record Rule(Condition condition, Flow flow, String next) {}

  /** Waits for a time. */
  record Wait(String name, Flow flow, Delay delay, @Nullable String next) implements State {
    @Override
    public Stream<@Nullable Template> templates() {
      return Stream.of(
          switch (delay) {
            case Delay.Seconds(Template seconds) -> seconds;
            case Delay.Until(Template timestamp) -> timestamp;
          });
    }
  }

  /** How long a Wait waits. */
  sealed interface Delay {
    /** A number of seconds. */
    record Seconds(Template seconds) implements Delay {}

    /** A point in time, ISO 8601 with an offset. */
    record Until(Template timestamp) implements Delay {}
  }

  /** Ends its branch well. */
  record Succeed(String name, Flow flow) implements State {}

  /** Ends its branch with an error. */
  record Fail(String name, Flow flow, @Nullable Template error, @Nullable Template cause)
      implements State {
    @Override
    public Stream<@Nullable Template> templates() {
      return Stream.of(error, cause);
    }
  }

  /** Runs several branches at the same time. */
  record Parallel(
      String name,
      Flow flow,
      @Override List<Branch> branches,
      @Override Recovery recovery,
      @Nullable String next)
      implements State {
    @Override
    public boolean recovers() {
      return true;
    }
  }

  /** Runs one branch for each item of a list; no items template means the input itself. */
  record ForEach(
      String name,
      Flow flow,
      @Nullable Template items,
      @Nullable Template selector,
      @Nullable Template maxConcurrency,
      Branch processor,
      @Nullable Distribution distribution,
      @Override Recovery recovery,
      @Nullable String next)
      implements State {
    @Override
    public List<Branch> branches() {
      return List.of(processor);
    }

    @Override
    public Stream<@Nullable Template> templates() {
      Stream<@Nullable Template> own = Stream.of(items, selector, maxConcurrency);
      return distribution == null ? own : Stream.concat(own, distribution.templates());
    }

    @Override
    public boolean recovers() {
      return true;
    }
  }
}
