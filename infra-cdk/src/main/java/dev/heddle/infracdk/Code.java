package dev.heddle.infracdk;

/** Where a group's code comes from. */
@FunctionalInterface
interface Code {

  /** The asset with the jar of a group. */
  software.amazon.awscdk.services.lambda.Code of(Group group);
}
