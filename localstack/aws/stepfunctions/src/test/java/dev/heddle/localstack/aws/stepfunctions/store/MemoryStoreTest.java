package dev.heddle.localstack.aws.stepfunctions.store;

/** The store without files. */
class MemoryStoreTest extends ExecutionStoreContract {
  @Override
  ExecutionStore open() {
    return new MemoryStore();
  }
}
