package dev.heddle.localstack.host;

/** Where the laptop's own things answer. */
final class LocalPaths {
  /** The model that is not an AI; OpenAI's protocol below it. */
  static final String DEMO_MODEL = "/_local/demo-model/v1";

  /** Answers what it was sent. */
  static final String ECHO = "/_local/echo";

  private LocalPaths() {}
}
