package dev.heddle.localstack.aws.stepfunctions.run;

/** Where turns are taken: bounded, and shared fairly between owners. */
public interface Workers extends AutoCloseable {

  /** Runs work as soon as it is its owner's turn. */
  void run(String owner, Runnable work);

  /** How much work waits. */
  int waiting();

  @Override
  void close();
}
