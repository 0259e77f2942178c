package dev.heddle.localstack.aws.stepfunctions.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource.IntegrationPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Task's ARN stands for. */
class TaskResourceTest {
  @ParameterizedTest
  @CsvSource({
    "lambda:invoke, lambda, invoke, RESPONSE",
    "lambda:invoke.waitForTaskToken, lambda, invoke, TOKEN",
    "states:startExecution.sync, states, startExecution, SYNC",
    "states:startExecution.sync:2, states, startExecution, SYNC_JSON",
    "sqs:sendMessage, sqs, sendMessage, RESPONSE",
    "aws-sdk:dynamodb:getItem, aws-sdk:dynamodb, getItem, RESPONSE",
    "aws-sdk:sqs:sendMessage.waitForTaskToken, aws-sdk:sqs, sendMessage, TOKEN"
  })
  void aServiceHasAnActionAndAPattern(
      String arn, String service, String action, IntegrationPattern pattern) {
    TaskResource.Service read = (TaskResource.Service) TaskResource.of("arn:aws:states:::" + arn);
    assertThat(read).isEqualTo(new TaskResource.Service(service, action, pattern));
    assertThat(read.shown()).isEqualTo(action + pattern.suffix());
  }

  @Test
  void functionsAndActivitiesHaveArnsOfTheirOwn() {
    String function = "arn:aws:lambda:us-east-1:1:function:f:live";
    assertThat(TaskResource.of(function)).isEqualTo(new TaskResource.Function(function));
    assertThat(TaskResource.of(function).pattern()).isEqualTo(IntegrationPattern.RESPONSE);
    String activity = "arn:aws-cn:states:cn-north-1:1:activity:a";
    assertThat(TaskResource.of(activity)).isEqualTo(new TaskResource.Activity(activity));
    assertThat(TaskResource.of(activity).pattern()).isEqualTo(IntegrationPattern.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "f",
        "arn:aws:lambda:us-east-1:1:layer:f",
        "arn:aws:states:us-east-1:1:stateMachine:m",
        "arn:aws:states:::",
        "arn:aws:states:::lambda:invoke.sync:3",
        "arn:aws:states:::lambda:invoke.wait",
        "arn:aws:sqs:us-east-1:1:q"
      })
  void othersCannotBeCalled(String arn) {
    assertThatThrownBy(() -> TaskResource.of(arn)).isInstanceOf(IllegalArgumentException.class);
  }
}
