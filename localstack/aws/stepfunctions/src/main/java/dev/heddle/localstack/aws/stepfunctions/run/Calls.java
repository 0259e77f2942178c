package dev.heddle.localstack.aws.stepfunctions.run;

/** Bounds how many task calls run at the same time; owners take turns for the free places. */
final class Calls {
  private final int most;
  private final FairQueue<Runnable> queue = new FairQueue<>();
  private int running;

  Calls(int most) {
    this.most = most;
  }

  /** Begins a call when there is a place; the call says {@link #done} when it is over. */
  void submit(String owner, Runnable begin) {
    queue.add(owner, begin);
    next();
  }

  void done() {
    synchronized (this) {
      running--;
    }
    next();
  }

  private void next() {
    Runnable begin;
    synchronized (this) {
      begin = running < most ? queue.poll() : null;
      running += begin == null ? 0 : 1;
    }
    if (begin != null) {
      begin.run();
    }
  }
}
