package dev.heddle.localstack.host.walls;

import java.util.List;

/** The libraries that stay in the rooms whose row names them. */
enum Library {
  SPRING("org.springframework."),
  CDK("software.amazon.awscdk.", "software.constructs.", "io.github.cdklabs."),
  AWS_SDK("software.amazon.awssdk."),
  LAMBDA("com.amazonaws.services.lambda.", "software.amazon.lambda.", "org.crac."),
  MODEL_SDK("com.openai.");

  private final List<String> packages;

  Library(String... packages) {
    this.packages = List.of(packages);
  }

  /** Whether a class is this library's. */
  boolean has(String className) {
    return packages.stream().anyMatch(className::startsWith);
  }
}
