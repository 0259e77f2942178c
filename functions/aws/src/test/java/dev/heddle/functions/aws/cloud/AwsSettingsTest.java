package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsSettingsTest {

  @Test
  void areReadFromTheEnvironment() {
    AwsSettings settings =
        AwsSettings.of(
            Map.of(
                "HEDDLE_PUBLIC_URL", "https://heddle.example",
                "HEDDLE_FUNCTION_PREFIX", "prod-",
                "HEDDLE_TABLE", "prod-heddle",
                "HEDDLE_INTAKE_QUEUE_URL", "https://sqs/intake",
                "HEDDLE_INTAKE_QUEUE_ARN", "arn:aws:sqs:eu-west-1:1:intake",
                "HEDDLE_WORKFLOW_ROLE_ARN", "arn:aws:iam::1:role/workflows"));

    assertThat(settings.settings().publicUrl()).isEqualTo("https://heddle.example");
    assertThat(settings.settings().functionPrefix()).isEqualTo("prod-");
    assertThat(settings.table()).isEqualTo("prod-heddle");
    assertThat(settings.intakeQueueUrl()).isEqualTo("https://sqs/intake");
    assertThat(settings.clock().queueArn()).isEqualTo("arn:aws:sqs:eu-west-1:1:intake");
    assertThat(settings.workflowRoleArn()).isEqualTo("arn:aws:iam::1:role/workflows");
  }

  @Test
  void haveUsualNamesForTables() {
    AwsSettings settings = AwsSettings.of(Map.of());

    assertThat(settings.table()).isEqualTo("heddle");
    assertThat(settings.usageTable()).isEqualTo("heddle-usage");
    assertThat(settings.settings().publicUrl()).isEmpty();
  }
}
