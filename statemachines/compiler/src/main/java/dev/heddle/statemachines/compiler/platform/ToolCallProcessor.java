package dev.heddle.statemachines.compiler.platform;

/** The part of the agent's machine that carries out one call of a tool. */
final class ToolCallProcessor {
  /** The Lambda service's own faults pass, so every call is made again after them. */
  static final String RETRY =
      """
      {
        "ErrorEquals": [
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException"
        ],
        "IntervalSeconds": 1,
        "MaxAttempts": 5,
        "BackoffRate": 2,
        "MaxDelaySeconds": 20,
        "JitterStrategy": "FULL"
      }\
      """;

  /**
   * A tool that fails must not end the Map: its siblings and their open approvals would end too.
   */
  private static final String CATCH =
      """
      {
        "ErrorEquals": ["States.DataLimitExceeded"],
        "Output": "{% $states.errorOutput %}",
        "Next": "Failed"
      }, {
        "ErrorEquals": ["States.ALL"],
        "Output": "{% $states.errorOutput %}",
        "Next": "Failed"
      }\
      """;

  /** What the machine does with each call: asks if it must, does it, and says how it ended. */
  static final String PROCESSOR =
      """
      {
        "ProcessorConfig": {"Mode": "INLINE"},
        "StartAt": "Approval needed",
        "States": {
          "Approval needed": {
            "Type": "Choice",
            "Choices": [{
              "Condition": "{% $states.input.approve %}",
              "Assign": {"call": "{% $states.input.id %}"},
              "Next": "Approval"
            }],
            "Assign": {"call": "{% $states.input.id %}"},
            "Default": "Tool"
          },
          "Approval": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "Arguments": {
              "FunctionName": "${AgentApproval}",
              "Payload": {
                "agent": "{% $agent %}",
                "turn": "{% $turn %}",
                "call": "{% $call %}",
                "seconds": "{% $limits.approvalSeconds %}",
                "token": "{% $states.context.Task.Token %}"
              }
            },
            "TimeoutSeconds": "{% $limits.approvalSeconds %}",
            "Output": "{% $states.result %}",
            "Retry": [${retry}],
            "Catch": [{
              "ErrorEquals": ["States.Timeout"],
              "Output": {},
              "Next": "Expired"
            }, ${catch}],
            "Next": "Approved"
          },
          "Approved": {
            "Type": "Choice",
            "Choices": [{
              "Condition": "{% $states.input.port = 'approved' %}",
              "Output": {},
              "Next": "Tool"
            }],
            "Default": "Rejected"
          },
          "Tool": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {
              "FunctionName": "${AgentTool}",
              "Payload": {
                "agent": "{% $agent %}",
                "turn": "{% $turn %}",
                "call": "{% $call %}",
                "ended": false
              }
            },
            "Output": "{% $states.result.Payload %}",
            "Retry": [${retry}],
            "Catch": [${catch}],
            "Next": "Workflow"
          },
          "Workflow": {
            "Type": "Choice",
            "Choices": [{
              "Condition": "{% $states.input.next = 'run' %}",
              "Next": "Run workflow"
            }],
            "Default": "Done"
          },
          "Run workflow": {
            "Type": "Task",
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Arguments": {
              "StateMachineArn": "{% $states.input.machine %}",
              "Name": "{% $states.input.run %}",
              "Input": "{% $states.input.input %}"
            },
            "TimeoutSeconds": "{% $limits.toolSeconds %}",
            "Output": {},
            "Retry": [{
              "ErrorEquals": [
                "StepFunctions.AWSStepFunctionsException",
                "StepFunctions.SdkClientException",
                "StepFunctions.ExecutionLimitExceededException",
                "StepFunctions.ThrottlingException"
              ],
              "IntervalSeconds": 1,
              "MaxAttempts": 5,
              "BackoffRate": 2,
              "MaxDelaySeconds": 20,
              "JitterStrategy": "FULL"
            }],
            "Catch": [{
              "ErrorEquals": ["States.Timeout"],
              "Output": "{% $states.errorOutput %}",
              "Next": "Failed"
            }, {
              "ErrorEquals": ["States.DataLimitExceeded"],
              "Output": {},
              "Next": "Result"
            }, {
              "ErrorEquals": ["States.ALL"],
              "Output": {},
              "Next": "Result"
            }],
            "Next": "Result"
          },
          "Result": {
            "Type": "Task",
            "Comment": "Reads how the workflow ended and keeps it, so that no state carries it.",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {
              "FunctionName": "${AgentTool}",
              "Payload": {
                "agent": "{% $agent %}",
                "turn": "{% $turn %}",
                "call": "{% $call %}",
                "ended": true
              }
            },
            "Output": {},
            "Retry": [${retry}],
            "Catch": [${catch}],
            "Next": "Done"
          },
          "Done": {
            "Type": "Pass",
            "Output": {"id": "{% $call %}", "kind": "done"},
            "End": true
          },
          "Rejected": {
            "Type": "Pass",
            "Output": {
              "id": "{% $call %}",
              "kind": "rejected",
              "by": "{% ($by := $states.input.output.by.name; $type($by) = 'string' ? $substring($by, 0, 200) : null) %}",
              "reason": "{% ($reason := $states.input.output.comment; $type($reason) = 'string' ? $substring($reason, 0, 500) : null) %}"
            },
            "End": true
          },
          "Expired": {
            "Type": "Pass",
            "Output": {"id": "{% $call %}", "kind": "expired"},
            "End": true
          },
          "Failed": {
            "Type": "Pass",
            "Output": {
              "id": "{% $call %}",
              "kind": "failed",
              "error": "{% $type($states.input.Error) = 'string' ? $substring($states.input.Error, 0, 200) : null %}",
              "message": "{% $type($states.input.Cause) = 'string' ? $substring($states.input.Cause, 0, 500) : null %}"
            },
            "End": true
          }
        }
      }\
      """
          .replace("${catch}", CATCH);

  private ToolCallProcessor() {}
}
