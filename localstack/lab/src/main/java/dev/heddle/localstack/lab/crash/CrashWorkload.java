package dev.heddle.localstack.lab.crash;

import java.util.List;

/**
 * What the runs do: calls in order, in branches, for items, in children, retried, and with a token;
 * every tenth run fails at the end, as it is meant to.
 */
final class CrashWorkload {
  static final String PREFIX = "arn:aws:states:us-east-1:000000000000:";

  /** The calls of every run, in the order in which they may begin. */
  static final List<String> STEPS = List.of("A", "L", "R", "I1", "I2", "I3", "E1", "E2", "F");

  static final String MAIN =
      """
      {"QueryLanguage":"JSONata","StartAt":"A","States":{
       "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
        "Arguments":{"FunctionName":"step","Payload":{"run":"{% $states.context.Execution.Name %}","at":"A"}},
        "Assign":{"run":"{% $states.context.Execution.Name %}","bad":"{% $states.input.bad %}"},"Next":"P"},
       "P":{"Type":"Parallel","Next":"M","Branches":[
        {"StartAt":"L","States":{"L":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
         "Arguments":{"FunctionName":"flaky","Payload":{"run":"{% $run %}","at":"L"}},
         "Retry":[{"ErrorEquals":["Once"],"IntervalSeconds":1,"MaxAttempts":9}],"End":true}}},
        {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"R"},
         "R":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
          "Arguments":{"FunctionName":"step","Payload":{"run":"{% $run %}","at":"R"}},"End":true}}}]},
       "M":{"Type":"Map","Items":[1,2,3],"MaxConcurrency":2,"Next":"D","ItemProcessor":{"StartAt":"I","States":{
        "I":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
         "Arguments":{"FunctionName":"step","Payload":{"run":"{% $run %}","at":"{% 'I' & $states.input %}"}},"End":true}}}},
       "D":{"Type":"Map","Items":[1,2],"Next":"S",
        "ItemSelector":{"run":"{% $run %}","n":"{% $states.context.Map.Item.Value %}"},
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"E","States":{
         "E":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
          "Arguments":{"FunctionName":"step","Payload":{"run":"{% $states.input.run %}","at":"{% 'E' & $states.input.n %}"}},"End":true}}}},
       "S":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2",
        "Arguments":{"StateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:child","Input":{"run":"{% $run %}"}},"Next":"T"},
       "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
        "Arguments":{"FunctionName":"worker","Payload":{"run":"{% $run %}","token":"{% $states.context.Task.Token %}"}},"Next":"C"},
       "C":{"Type":"Choice","Choices":[{"Condition":"{% $bad %}","Next":"X"}],"Default":"Z"},
       "X":{"Type":"Fail","Error":"Planned","Cause":"every tenth run fails"},
       "Z":{"Type":"Pass","Output":"{% $states.input.said %}","End":true}}}
      """;

  static final String CHILD =
      """
      {"QueryLanguage":"JSONata","StartAt":"F","States":{
       "F":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
        "Arguments":{"FunctionName":"step","Payload":{"run":"{% $states.input.run %}","at":"F"}},"End":true}}}
      """;

  private CrashWorkload() {}

  static boolean fails(String run) {
    return run.endsWith("9");
  }

  static String execution(String run) {
    return PREFIX + "execution:main:" + run;
  }
}
