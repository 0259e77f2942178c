package dev.heddle.localstack.aws.stepfunctions.run;

import java.util.ArrayList;
import java.util.List;

/** A few threads, with stacks deep enough for deep expressions. */
public final class ThreadWorkers implements Workers {
  private static final long STACK = 32L << 20;

  private final FairQueue<Runnable> queue = new FairQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  /** Starts the threads. */
  public ThreadWorkers(int count) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(null, this::work, "stepfunctions-" + i, STACK);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  @Override
  public void run(String owner, Runnable work) {
    queue.add(owner, work);
  }

  @Override
  public int waiting() {
    return queue.size();
  }

  private void work() {
    while (true) {
      try {
        queue.take().run();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
