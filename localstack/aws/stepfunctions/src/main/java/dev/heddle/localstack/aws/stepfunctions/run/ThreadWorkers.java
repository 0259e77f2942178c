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
  // The evaluator of JSONata recurses on the caller's stack: with the JVM's default of 1 MB a deep
  // but legal expression would end in a StackOverflowError here and succeed in AWS.
  private static final long STACK = 32L << 20;
  // For each thread. Without a bound an expression without end would keep the process from
  // stopping; a turn cut off here was not stored and is taken again after the restart.
  private static final long CLOSING_MILLIS = 3_000;
  // Shorter, and each slow turn would cost a new thread of 32 MB stack; longer, and every other
  // execution would visibly stand still behind a slow one.
  private static final long PATIENCE_NANOS = 20_000_000;
  // Without a ceiling many endless expressions would make threads until memory is gone.
  private static final int MOST = 16;

  private final FairQueue<Runnable> queue = new FairQueue<>(MOST);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  // Counts leases, not completions: the watchdog must tell a queue that moves from one that is
  // stuck.
  private final AtomicLong leases = new AtomicLong();
  private final Thread watchdog;
  // Spares an unpark for each message while the watchdog is awake. Read after add has queued the
  // work and cleared by the watchdog before it reads the size: one of the two always sees the
  // other, so no work waits while the watchdog sleeps.
  private volatile boolean watching;
  // Read by threads that never enter a lock on their way out.
  private volatile boolean closed;

  /** Starts the threads that are always there. */
  public ThreadWorkers(int count) {
    for (int i = 0; i < count; i++) {
      start(this::work);
    }
    watchdog = Thread.ofPlatform().name("stepfunctions-foreman").daemon().start(this::watch);
  }

  private void start(Runnable work) {
    // Added before it is started: a thread that ends at once would otherwise be added after its own
    // removal and be waited for, and counted against MOST, for ever.
    Thread thread = new Thread(null, () -> leave(work), "stepfunctions-turns", STACK);
    // A turn that never ends must not keep the JVM alive.
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
    leases.incrementAndGet();
    try {
      next.item().run();
      // An expression may exhaust stack or heap: the thread goes on, or each bad input would cost
      // one.
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "Work of the engine failed", e);
    } finally {
      // Also after a failure; a place that is never given back would shrink its owner's share for
      // good.
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
    long before = leases.get();
    LockSupport.parkNanos(PATIENCE_NANOS);
    // A thread more helps only if something may be taken: an owner at its limit waits on purpose.
    if (leases.get() == before && threads.size() < MOST && queue.needsWorker()) {
      start(this::help);
    }
  }

  /** Lets the turns being taken end; what waits is left, it is taken up after a restart. */
  @Override
  public void close() {
    closed = true;
    // After the flag: a helper that polls once more sees it, and threads in take() get null.
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
