package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.ManualClock;
import dev.heddle.localstack.aws.services.Sdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets with a clock of their own behind an edge, and the SDK's client to them. */
abstract class SecretsServiceFixture {
  @TempDir Path folder;
  final ManualClock clock = new ManualClock("2026-03-01T10:00:00Z");
  AwsEdge edge;
  SecretsManagerClient client;

  @BeforeEach
  void start() {
    edge = new AwsEdge(List.of(new SecretsService(folder, clock))).start("127.0.0.1", 0);
    client = Sdk.over(edge, SecretsManagerClient.builder());
  }

  @AfterEach
  void stop() {
    client.close();
    edge.close();
  }

  void restart() {
    stop();
    start();
  }

  String create(String name, String value) {
    return client.createSecret(s -> s.name(name).secretString(value)).arn();
  }

  String value(String id) {
    return client.getSecretValue(s -> s.secretId(id)).secretString();
  }

  String staged(String id, String stage) {
    return client.getSecretValue(s -> s.secretId(id).versionStage(stage)).secretString();
  }
}
