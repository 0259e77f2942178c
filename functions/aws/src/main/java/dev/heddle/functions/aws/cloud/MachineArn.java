package dev.heddle.functions.aws.cloud;

/** The ARN of a state machine's version, taken apart. */
record MachineArn(String machine) {
  private static final String MACHINE = ":stateMachine:";
  static final String ALIAS = "live";

  /** Of a version's ARN: {@code <machine>:<number>}. */
  static MachineArn ofVersion(String versionArn) {
    return new MachineArn(versionArn.substring(0, versionArn.lastIndexOf(':')));
  }

  String alias() {
    return machine + ":" + ALIAS;
  }

  String execution(String run) {
    return machine.replace(MACHINE, ":execution:") + ":" + run;
  }

  boolean express() {
    return machine.endsWith("x");
  }
}
