package dev.heddle.functions.channels;

import dev.heddle.events.RunInput;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.statemachines.language.CompiledMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Machines that note what is started, once by name as Step Functions does, and end as told. */
public final class FakeStateMachines implements StateMachines {
  /** What was started as Standard, by run. */
  public final Map<String, RunInput> started = new LinkedHashMap<>();

  /** What was run as Express. */
  public final List<RunInput> ranSync = new ArrayList<>();

  /** How every run ends; empty when it does not in time. */
  public Optional<Outcome> end = Optional.empty();

  /** What start throws instead of starting. */
  public Optional<RuntimeException> broken = Optional.empty();

  @Override
  public void start(String versionArn, RunInput input) {
    broken.ifPresent(
        e -> {
          throw e;
        });
    RunInput first = started.putIfAbsent(input.run(), input);
    if (first != null && !first.payload().equals(input.payload())) {
      throw new Fault(new Problem.Conflict("The run was already started with a different input."));
    }
  }

  @Override
  public Outcome runSync(String versionArn, RunInput input) {
    ranSync.add(input);
    return end.orElseThrow();
  }

  @Override
  public Optional<Outcome> await(String versionArn, String run, Duration atMost) {
    return end;
  }

  @Override
  public Optional<Outcome> outcome(String versionArn, String run) {
    return end;
  }

  @Override
  public String build(String tenant, String workflow, String build, CompiledMachine machine) {
    return "arn:" + build;
  }

  @Override
  public void publish(String versionArn) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(String tenant, String workflow) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome tryOut(String versionArn, RunInput input) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void redrive(String versionArn, String run) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void stop(String versionArn, String run) {
    throw new UnsupportedOperationException();
  }
}
