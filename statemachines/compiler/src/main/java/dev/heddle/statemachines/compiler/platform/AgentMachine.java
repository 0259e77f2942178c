package dev.heddle.statemachines.compiler.platform;

import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agent that survives anything: each turn of its model and each call of a tool is a state.
 *
 * <p>States carry what is to be done and how it ended, in a few words; what was said and what tools
 * gave lies in the store. The input is a {@link dev.heddle.events.NodeCall}.
 */
public final class AgentMachine implements PlatformMachine {
  /** Its name. */
  public static final String NAME = "agent";

  private static final String TOOL = "AgentTool";
  private static final String APPROVAL = "AgentApproval";

  private static final String MACHINE =
      """
      {
        "Comment": "An agent: asks its model, runs the tools it requests, and asks again until it answers.",
        "QueryLanguage": "JSONata",
        "StartAt": "Begin",
        "States": {
          "Begin": {
            "Type": "Pass",
            "Assign": {
              "agent": {
                "tenant": "{% $states.input.tenant %}",
                "workflow": "{% $states.input.workflow %}",
                "run": "{% $states.input.run %}",
                "node": "{% $states.input.node %}",
                "path": "{% $states.input.path %}"
              },
              "limits": {
                "iterations": "{% $states.input.config.iterations %}",
                "approvalSeconds": "{% $states.input.config.approvalSeconds %}",
                "toolSeconds": "{% $states.input.config.toolSeconds %}"
              },
              "turnFunction": "{% $lookup(${turns}, $exists($states.input.config.provider) ? $states.input.config.provider : '${first}') %}",
              "turn": 0,
              "ended": []
            },
            "Output": {"config": "{% $states.input.config %}"},
            "Next": "Turn"
          },
          "Turn": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {
              "FunctionName": "{% $turnFunction %}",
              "Payload": {
                "agent": "{% $agent %}",
                "turn": "{% $turn %}",
                "ended": "{% $ended %}",
                "config": "{% $exists($states.input.config) ? $states.input.config : null %}"
              }
            },
            "Output": "{% $states.result.Payload %}",
            "Retry": [${retry}, {
              "ErrorEquals": ["Heddle.TurnUnderWay"],
              "IntervalSeconds": 5,
              "MaxAttempts": 70,
              "BackoffRate": 1
            }, {
              "ErrorEquals": ["Heddle.HttpStatus", "Heddle.HttpFailed", "Heddle.TimedOut"],
              "IntervalSeconds": 2,
              "MaxAttempts": 3,
              "BackoffRate": 2,
              "JitterStrategy": "FULL"
            }],
            "Next": "What next"
          },
          "What next": {
            "Type": "Choice",
            "Choices": [{
              "Condition": "{% $states.input.next = 'answer' %}",
              "Output": "{% $states.input.output %}",
              "Next": "Answer"
            }, {
              "Condition": "{% $turn + 1 < $limits.iterations %}",
              "Next": "Tools"
            }],
            "Default": "Too many turns"
          },
          "Tools": {
            "Type": "Map",
            "Items": "{% $states.input.calls %}",
            "ItemProcessor": ${one},
            "Assign": {
              "turn": "{% $turn + 1 %}",
              "ended": "{% $states.result %}"
            },
            "Output": {},
            "Next": "Turn"
          },
          "Answer": {
            "Type": "Succeed"
          },
          "Too many turns": {
            "Type": "Fail",
            "Error": "Heddle.AgentLimit",
            "Cause": "{% 'The agent still requested tools after ' & ($turn + 1) & ' turns, which is its limit. Raise the limit, or give the agent a smaller task.' %}"
          }
        }
      }
      """;

  private final SequencedMap<String, String> turns;

  /**
   * The machine of agents that may ask the models of these providers.
   *
   * @param turns the unit that takes a turn, by provider; the first where settings name none
   */
  public AgentMachine(SequencedMap<String, String> turns) {
    this.turns = turns;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> functions() {
    return Stream.concat(turns.values().stream(), Stream.of(TOOL, APPROVAL)).toList();
  }

  @Override
  public boolean startsWorkflows() {
    return true;
  }

  @Override
  public JsonNode definition(UnaryOperator<String> function) {
    String text =
        MACHINE
            .replace("${one}", ToolCallProcessor.PROCESSOR)
            .replace("${retry}", ToolCallProcessor.RETRY)
            .replace("${turns}", table(function))
            .replace("${first}", turns.firstEntry().getKey());
    for (String unit : List.of(TOOL, APPROVAL)) {
      text = text.replace("${" + unit + "}", function.apply(unit));
    }
    return JsonMapper.shared().readTree(text);
  }

  /** A table rather than a name put together: settings can choose no function but these. */
  private String table(UnaryOperator<String> function) {
    return turns.entrySet().stream()
        .map(turn -> "'" + turn.getKey() + "': '" + function.apply(turn.getValue()) + "'")
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
