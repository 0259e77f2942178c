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
    beginNext();
  }

  void done(String owner) {
    queue.done(owner);
    beginNext();
  }

  private void beginNext() {
    // Until nothing may begin: one end can free a place for its own owner and for another at once,
    // and if only one of them began, the other would wait beside a free place for some call to end.
    for (var begin = queue.poll(); begin != null; begin = queue.poll()) {
      // Outside the queue's lock: it tells an actor, which may arrange a turn.
      begin.item().run();
    }
  }
}
