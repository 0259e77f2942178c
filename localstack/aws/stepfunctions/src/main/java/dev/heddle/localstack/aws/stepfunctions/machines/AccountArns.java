package dev.heddle.localstack.aws.stepfunctions.machines;

/** The ARNs of one account in one region. */
public record AccountArns(String region, String account) {

  /** Where everything is on one machine. */
  public static final AccountArns LOCAL = new AccountArns("us-east-1", "000000000000");

  /** A state machine's. */
  public String machine(String name) {
    return prefix() + "stateMachine:" + name;
  }

  /** An activity's. */
  public String activity(String name) {
    return prefix() + "activity:" + name;
  }

  /** A Standard execution's. */
  public String execution(String machine, String name) {
    return prefix() + "execution:" + machine + ":" + name;
  }

  /** An Express execution's; the last part tells executions of one name apart. */
  public String express(String machine, String name, String unique) {
    return prefix() + "express:" + machine + ":" + name + ":" + unique;
  }

  /** That of the execution that a state under test believes to be in. */
  public String express(String machine, String name) {
    return prefix() + "express:" + machine + ":" + name;
  }

  private String prefix() {
    return "arn:aws:states:" + region + ":" + account + ":";
  }
}
