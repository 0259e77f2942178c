package dev.heddle.localstack.aws.stepfunctions.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** A few threads, with stacks deep enough for deep expressions. */
public final class ThreadWorkers implements Workers {
  private static final Logger LOG = System.getLogger(ThreadWorkers.class.getName());
  private static final long STACK = 32L << 20;
  private static final long CLOSING_MILLIS = 3_000;

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
  public void first(String owner, Runnable work) {
    run(owner, work);
  }

  @Override
  public int waiting() {
    return queue.size();
  }

  private void work() {
    try {
      for (Runnable next = queue.take(); next != null; next = queue.take()) {
        guarded(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread's last door: whatever one piece of work throws, the next is done. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "Work of the engine failed", e);
    }
  }

  /** Lets the turns being taken end; what waits is left, it is taken up after a restart. */
  @Override
  public void close() {
    queue.close();
    try {
      for (Thread thread : threads) {
        thread.join(CLOSING_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
