package dev.heddle.localstack.aws.stepfunctions.run;

/** Bounds how many task calls run at the same time; owners take turns for the free places. */
final class CallLimiter {
  private final FairQueue<Runnable> queue;

  CallLimiter(int most) {
    queue = new FairQueue<>(most);
  }

  /** Begins a call when there is a place; the call says {@link #done} when it is over. */
  void submit(String owner, Runnable begin) {
    queue.add(owner, begin);
    next();
  }

  void done(String owner) {
    queue.done(owner);
    next();
  }

  private void next() {
    var begin = queue.poll();
    if (begin != null) {
      begin.item().run();
    }
  }
}
