package dev.heddle.localstack.lab.bench;

/** How a caller runs a machine to its end. */
enum InvocationMode {
  DESCRIBE("start + describe"),
  SYNC("StartSyncExecution");

  final String title;

  InvocationMode(String title) {
    this.title = title;
  }
}
