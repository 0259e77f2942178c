package dev.heddle.functions.aws.table;

/** A guard that lets everything through. */
public enum Open implements PartitionGuard {
  TO_ALL;

  @Override
  public void reads(String partition) {}

  @Override
  public void writes(String partition) {}
}
