package dev.heddle.localstack.aws.stepfunctions.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads, with stacks deep enough for deep expressions. While all of them are held up by
 * work that takes long, such as an expression without end, others join them for a while.
 */
public final class ThreadWorkers implements WorkerPool {
  private static final Logger LOG = System.getLogger(ThreadWorkers.class.getName());
  private static final long STACK = 32L << 20;
  private static final long CLOSING_MILLIS = 3_000;
  private static final long PATIENCE_NANOS = 20_000_000;
  private static final int MOST = 16;

  private final FairQueue<Runnable> queue = new FairQueue<>(MOST);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicLong taken = new AtomicLong();
  private final Thread watchdog;
  private volatile boolean watching;
  private volatile boolean closed;

  /** Starts the threads that are always there. */
  public ThreadWorkers(int count) {
    for (int i = 0; i < count; i++) {
      start(this::work);
    }
    watchdog = Thread.ofPlatform().name("stepfunctions-foreman").daemon().start(this::watch);
  }

  private void start(Runnable work) {
    Thread thread = new Thread(null, () -> leave(work), "stepfunctions-turns", STACK);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void leave(Runnable work) {
    try {
      work.run();
    } finally {
      threads.remove(Thread.currentThread());
    }
  }

  @Override
  public void run(String owner, Runnable work) {
    boolean awaited = queue.add(owner, work);
    if (!awaited && !watching) {
      LockSupport.unpark(watchdog);
    }
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
      for (var next = queue.take(); next != null; next = queue.take()) {
        guarded(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that has joined leaves as soon as there is nothing to do. */
  private void help() {
    for (var next = queue.poll(); next != null && !closed; next = queue.poll()) {
      guarded(next);
    }
  }

  /** The thread's last door: whatever one piece of work throws, the next is done. */
  private void guarded(FairQueue.Lease<Runnable> next) {
    taken.incrementAndGet();
    try {
      next.item().run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "Work of the engine failed", e);
    } finally {
      queue.done(next.owner());
    }
  }

  /** Adds a thread whenever work waits and none was taken for a while; sleeps while none waits. */
  private void watch() {
    while (!closed) {
      watching = false;
      if (queue.size() == 0) {
        LockSupport.park();
      } else {
        watching = true;
        addIfStuck();
      }
    }
  }

  private void addIfStuck() {
    long before = taken.get();
    LockSupport.parkNanos(PATIENCE_NANOS);
    if (taken.get() == before && threads.size() < MOST && queue.needsWorker()) {
      start(this::help);
    }
  }

  /** Lets the turns being taken end; what waits is left, it is taken up after a restart. */
  @Override
  public void close() {
    closed = true;
    queue.close();
    LockSupport.unpark(watchdog);
    try {
      for (Thread thread : threads) {
        thread.join(CLOSING_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
