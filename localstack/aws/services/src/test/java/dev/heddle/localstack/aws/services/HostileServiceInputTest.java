package dev.heddle.localstack.aws.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.bus.EventBridge;
import dev.heddle.localstack.aws.services.files.S3Service;
import dev.heddle.localstack.aws.services.identity.StsService;
import dev.heddle.localstack.aws.services.mail.SesMailbox;
import dev.heddle.localstack.aws.services.queues.SqsService;
import dev.heddle.localstack.aws.services.scheduler.SchedulerService;
import dev.heddle.localstack.aws.services.secrets.SecretsService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is put in the place of a member or of a byte is refused or taken, never a failure. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileServiceInputTest {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e400",
          "99999999999999999999",
          "1.5",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"" + "x".repeat(70_000) + "\"",
          "[]",
          "[null]",
          "[[]]",
          "[{}]",
          "[\"\"]",
          "{}",
          "{\"\":null}",
          "{\"a\":{\"a\":{}}}",
          "[".repeat(400) + "]".repeat(400));

  private final ManualClock clock = new ManualClock("2026-03-01T10:00:00Z");
  private AwsEdge edge;

  @BeforeAll
  void open(@TempDir Path folder) {
    edge =
        new AwsEdge(
            List.of(
                new SqsService(folder, clock),
                new SecretsService(folder, clock),
                new SchedulerService(folder, clock, call -> {}),
                new EventBridge(folder, clock, call -> {}),
                new SesMailbox(folder, clock),
                new StsService(),
                new S3Service(folder, clock)));
    target("AmazonSQS.CreateQueue", "{\"QueueName\":\"q\"}");
    target("secretsmanager.CreateSecret", "{\"Name\":\"s\",\"SecretString\":\"v\"}");
    target("AWSEvents.PutRule", "{\"Name\":\"r\",\"EventPattern\":\"{\\\"a\\\":[1]}\"}");
    send("PUT", "/box", "", "");
  }

  @AfterAll
  void close() {
    edge.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AmazonSQS.CreateQueue|QueueName,Attributes,tags",
        "AmazonSQS.GetQueueUrl|QueueName",
        "AmazonSQS.ListQueues|QueueNamePrefix,MaxResults,NextToken",
        "AmazonSQS.GetQueueAttributes|QueueUrl,AttributeNames",
        "AmazonSQS.SetQueueAttributes|QueueUrl,Attributes",
        "AmazonSQS.SendMessage|QueueUrl,MessageBody,DelaySeconds,MessageAttributes,MessageGroupId,MessageSystemAttributes",
        "AmazonSQS.SendMessageBatch|QueueUrl,Entries",
        "AmazonSQS.ReceiveMessage|QueueUrl,MaxNumberOfMessages,VisibilityTimeout,WaitTimeSeconds,AttributeNames,MessageAttributeNames",
        "AmazonSQS.DeleteMessage|QueueUrl,ReceiptHandle",
        "AmazonSQS.DeleteMessageBatch|QueueUrl,Entries",
        "AmazonSQS.ChangeMessageVisibility|QueueUrl,ReceiptHandle,VisibilityTimeout",
        "AmazonSQS.TagQueue|QueueUrl,Tags",
        "AmazonSQS.UntagQueue|QueueUrl,TagKeys",
        "AmazonSQS.StartMessageMoveTask|SourceArn,DestinationArn,MaxNumberOfMessagesPerSecond",
        "AmazonSQS.ListMessageMoveTasks|SourceArn,MaxResults",
        "AmazonSQS.CancelMessageMoveTask|TaskHandle",
        "secretsmanager.CreateSecret|Name,SecretString,SecretBinary,ClientRequestToken,Tags,Description",
        "secretsmanager.GetSecretValue|SecretId,VersionId,VersionStage",
        "secretsmanager.PutSecretValue|SecretId,SecretString,SecretBinary,VersionStages",
        "secretsmanager.UpdateSecret|SecretId,SecretString,Description,KmsKeyId",
        "secretsmanager.UpdateSecretVersionStage|SecretId,VersionStage,RemoveFromVersionId,MoveToVersionId",
        "secretsmanager.ListSecrets|Filters,MaxResults,NextToken,SortOrder,IncludePlannedDeletion",
        "secretsmanager.BatchGetSecretValue|SecretIdList,Filters",
        "secretsmanager.TagResource|SecretId,Tags",
        "secretsmanager.DescribeSecret|SecretId",
        "secretsmanager.DeleteSecret|SecretId,RecoveryWindowInDays,ForceDeleteWithoutRecovery",
        "AWSEvents.PutEvents|Entries",
        "AWSEvents.PutRule|Name,EventPattern,State,EventBusName,Description",
        "AWSEvents.PutTargets|Rule,Targets",
        "AWSEvents.RemoveTargets|Rule,Ids",
        "AWSEvents.ListRules|NamePrefix,Limit,NextToken",
        "AWSEvents.TestEventPattern|EventPattern,Event",
      })
  void membersOfAnyKind(String target, String members) {
    for (String member : members.split(",")) {
      for (String value : VALUES) {
        String others = others(target, member);
        assertNoFailure(target(target, "{" + others + "\"" + member + "\":" + value + "}"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /schedules/s, ScheduleExpression",
    "POST, /schedules/s, FlexibleTimeWindow",
    "POST, /schedules/s, Target",
    "POST, /schedules/s, StartDate",
    "POST, /schedules/s, ScheduleExpressionTimezone",
    "POST, /schedule-groups/g, Tags",
    "POST, /v2/email/outbound-emails, Content",
    "POST, /v2/email/outbound-emails, Destination",
  })
  void membersOfRestBodies(String method, String path, String member) {
    String rest =
        "\"ScheduleExpression\":\"rate(1 day)\",\"FlexibleTimeWindow\":{\"Mode\":\"OFF\"},"
            + "\"Target\":{\"Arn\":\"arn:a\",\"RoleArn\":\"arn:b\"},\"FromEmailAddress\":\"a@b\","
            + "\"Destination\":{\"ToAddresses\":[\"a@b\"]},";
    for (String value : VALUES) {
      assertNoFailure(send(method, path, "", "{" + rest + "\"" + member + "\":" + value + "}"));
    }
  }

  @Test
  void bytesOfAnyKind() {
    Random random = new Random(42);
    List<String> paths =
        List.of("/schedules/s", "/box", "/box/k", "/", "//", "/%", "/box/%zz", "/tags/x", "/a%2Fb");
    List<String> queries =
        List.of(
            "",
            "delete",
            "uploads",
            "lifecycle",
            "versioning",
            "list-type=2",
            "%",
            "&=&",
            "uploadId=1");
    for (int i = 0; i < 2_000; i++) {
      byte[] body = new byte[random.nextInt(64)];
      random.nextBytes(body);
      String method =
          List.of("GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS").get(random.nextInt(6));
      String path = paths.get(random.nextInt(paths.size()));
      String query = queries.get(random.nextInt(queries.size()));
      assertNoFailure(edge.answer(new AwsRequest(method, path, query, headers(random), body)));
    }
  }

  private static String others(String target, String member) {
    Map<String, String> others = new HashMap<>();
    others.put("QueueUrl", "\"q\"");
    others.put("SecretId", "\"s\"");
    others.put("Rule", "\"r\"");
    others.put("MessageBody", "\"b\"");
    others.put("EventPattern", "\"{\\\"a\\\":[1]}\"");
    others.put(target.endsWith("PutRule") ? "Name" : "Unknown", "\"n\"");
    others.remove(member);
    var json = new StringBuilder();
    others.forEach(
        (name, value) -> json.append('"').append(name).append("\":").append(value).append(','));
    return json.toString();
  }

  private static Map<String, List<String>> headers(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Map.of("range", List.of("bytes=" + random.nextInt() + "-"));
      case 1 -> Map.of("x-amz-copy-source", List.of("%/" + random.nextInt()));
      case 2 -> Map.of("content-encoding", List.of("aws-chunked"));
      case 3 -> Map.of("host", List.of(".localhost:"), "authorization", List.of("Credential=////"));
      default -> Map.of("if-match", List.of(""), "if-modified-since", List.of("yesterday"));
    };
  }

  private AwsResponse target(String target, String body) {
    return edge.answer(
        new AwsRequest(
            "POST", "/", "", Map.of("x-amz-target", List.of(target)), body.getBytes(UTF_8)));
  }

  private AwsResponse send(String method, String path, String query, String body) {
    return edge.answer(new AwsRequest(method, path, query, Map.of(), body.getBytes(UTF_8)));
  }

  private static void assertNoFailure(AwsResponse answer) {
    assertThat(answer.status())
        .as(() -> new String(answer.body(), UTF_8))
        .matches(status -> status < 500 || status == 501);
  }
}
