package dev.heddle.localstack.lab.bench;

/** How a caller runs a machine to its end. */
enum Way {
  DESCRIBE("start + describe"),
  SYNC("StartSyncExecution");

  final String title;

  Way(String title) {
    this.title = title;
  }
}
