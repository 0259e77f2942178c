package dev.heddle.infracdk;

/** Where a group's code comes from. */
@FunctionalInterface
interface FunctionCode {

  /** The asset with the jar of a group. */
  software.amazon.awscdk.services.lambda.Code of(FunctionGroup group);
}
