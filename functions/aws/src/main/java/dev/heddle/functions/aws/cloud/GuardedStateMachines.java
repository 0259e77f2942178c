package dev.heddle.functions.aws.cloud;

import dev.heddle.events.RunInput;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.statemachines.language.CompiledMachine;
import java.time.Duration;
import java.util.Optional;

/** Machines to the extent a unit declared: building is one access, running another. */
record GuardedStateMachines(StateMachines machines, DeclaredAccess grants)
    implements StateMachines {

  private StateMachines building() {
    grants.demand(new Access.BuildsMachines());
    return machines;
  }

  private StateMachines running() {
    grants.demand(new Access.StartsRuns());
    return machines;
  }

  @Override
  public String build(String tenant, String workflow, String build, CompiledMachine machine) {
    return building().build(tenant, workflow, build, machine);
  }

  @Override
  public void publish(String versionArn) {
    building().publish(versionArn);
  }

  @Override
  public void remove(String tenant, String workflow) {
    building().remove(tenant, workflow);
  }

  @Override
  public void start(String versionArn, RunInput input) {
    running().start(versionArn, input);
  }

  @Override
  public Outcome runSync(String versionArn, RunInput input) {
    return running().runSync(versionArn, input);
  }

  @Override
  public Outcome tryOut(String versionArn, RunInput input) {
    return running().tryOut(versionArn, input);
  }

  @Override
  public void redrive(String versionArn, String run) {
    running().redrive(versionArn, run);
  }

  @Override
  public void stop(String versionArn, String run) {
    running().stop(versionArn, run);
  }

  @Override
  public Optional<Outcome> outcome(String versionArn, String run) {
    return running().outcome(versionArn, run);
  }

  @Override
  public Optional<Outcome> await(String versionArn, String run, Duration atMost) {
    return running().await(versionArn, run, atMost);
  }
}
