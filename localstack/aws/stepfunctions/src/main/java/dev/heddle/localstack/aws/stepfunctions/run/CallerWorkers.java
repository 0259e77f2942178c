package dev.heddle.localstack.aws.stepfunctions.run;

/** Turns wait until the caller's own thread takes them; for single runs and tests. */
public final class CallerWorkers implements WorkerPool {
  // Turns are taken one at a time here, so no limit of places is needed to be fair.
  private final FairQueue<Runnable> queue = new FairQueue<>(Integer.MAX_VALUE);

  @Override
  public void run(String owner, Runnable work) {
    queue.add(owner, work);
  }

  @Override
  public void first(String owner, Runnable work) {
    // On the caller's stack: a start that does nothing but wait is complete when start() returns.
    work.run();
  }

  @Override
  public int waiting() {
    return queue.size();
  }

  /** Takes every turn there is; false when there was none. */
  public boolean drain() {
    boolean any = false;
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      next.item().run();
      queue.done(next.owner());
      any = true;
    }
    return any;
  }

  @Override
  public void close() {}
}
