package dev.heddle.localstack.aws.stepfunctions.story;

/** The time that a story's world keeps, virtual or turned forward. */
@FunctionalInterface
interface StoryTime {
  /** Does something when so many seconds have passed. */
  void after(double seconds, Runnable action);
}
