package dev.heddle.localstack.aws.stepfunctions.definition;

/** What a Task calls. */
public sealed interface TaskResource {

  /** A Lambda function by its ARN; the result is the function's reply and nothing around it. */
  record Function(String arn) implements TaskResource {}

  /** An activity by its ARN; a worker that asks for its tasks does the work. */
  record Activity(String arn) implements TaskResource {}

  /** An optimised service integration, such as {@code lambda:invoke}. */
  record Service(String service, String action, @Override IntegrationPattern pattern)
      implements TaskResource {
    /** The resource as the history shows it, such as {@code invoke.waitForTaskToken}. */
    public String shown() {
      return action + pattern.suffix();
    }
  }

  /** When a Task that calls it is finished. */
  default IntegrationPattern pattern() {
    return switch (this) {
      case Function f -> IntegrationPattern.RESPONSE;
      case Activity a -> IntegrationPattern.TOKEN;
      case Service service -> service.pattern;
    };
  }

  /** When a service integration is finished. */
  enum IntegrationPattern {
    /** When the service has answered. */
    RESPONSE(""),
    /** When someone returns the token. */
    TOKEN(".waitForTaskToken"),
    /** When the job has ended; its output is text. */
    SYNC(".sync"),
    /** When the job has ended; its output is JSON. */
    SYNC_JSON(".sync:2");

    private final String suffix;

    IntegrationPattern(String suffix) {
      this.suffix = suffix;
    }

    /** The end of the resource's ARN. */
    public String suffix() {
      return suffix;
    }

    static IntegrationPattern of(String action) {
      int dot = action.indexOf('.');
      String suffix = dot < 0 ? "" : action.substring(dot);
      for (IntegrationPattern pattern : values()) {
        if (pattern.suffix.equals(suffix)) {
          return pattern;
        }
      }
      throw new IllegalArgumentException("Unknown service integration pattern " + suffix);
    }
  }

  /** Reads an ARN; throws {@code IllegalArgumentException} when a Task cannot call it. */
  static TaskResource of(String arn) {
    String[] parts = arn.split(":", 7);
    if (parts.length == 7 && parts[2].equals("lambda") && parts[5].equals("function")) {
      return new Function(arn);
    }
    if (parts.length == 7 && parts[2].equals("states") && parts[5].equals("activity")) {
      return new Activity(arn);
    }
    if (parts.length == 7 && arn.matches("arn:[a-z-]+:states:::.+")) {
      int split =
          arn.indexOf(':', arn.startsWith("aws-sdk:", prefix(arn)) ? prefix(arn) + 8 : prefix(arn));
      return service(arn.substring(prefix(arn), split), arn.substring(split + 1));
    }
    throw new IllegalArgumentException("The resource '" + arn + "' cannot be called by a Task");
  }

  private static int prefix(String arn) {
    return arn.indexOf(":::") + 3;
  }

  private static TaskResource service(String service, String action) {
    int dot = action.indexOf('.');
    String name = dot < 0 ? action : action.substring(0, dot);
    return new Service(service, name, IntegrationPattern.of(action));
  }
}
