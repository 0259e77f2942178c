package dev.heddle.localstack.aws.stepfunctions.run;

/** Where turns are taken: bounded, and shared fairly between owners. */
public interface WorkerPool extends AutoCloseable {

  /** Runs work as soon as it is its owner's turn. */
  void run(String owner, Runnable work);

  /** Runs work that its caller waits for; the same where workers have threads of their own. */
  void first(String owner, Runnable work);

  /** How much work waits. */
  int waiting();

  @Override
  void close();
}
