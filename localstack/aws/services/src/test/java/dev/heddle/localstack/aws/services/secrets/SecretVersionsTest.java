package dev.heddle.localstack.aws.services.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

class SecretVersionsTest extends SecretsServiceFixture {

  @Test
  void aNewValueMakesTheOldOnePrevious() {
    create("a", "v1");
    client.putSecretValue(s -> s.secretId("a").secretString("v2"));
    client.putSecretValue(s -> s.secretId("a").secretString("v3"));
    assertThat(value("a")).isEqualTo("v3");
    assertThat(staged("a", "AWSPREVIOUS")).isEqualTo("v2");
    assertThat(client.listSecretVersionIds(s -> s.secretId("a")).versions()).hasSize(2);
    assertThat(client.listSecretVersionIds(s -> s.secretId("a").includeDeprecated(true)).versions())
        .hasSize(3);
  }

  @Test
  void puttingTheSameTokenAgainChangesNothing() {
    create("a", "v1");
    String token = "t".repeat(32);
    client.putSecretValue(s -> s.secretId("a").secretString("v2").clientRequestToken(token));
    client.putSecretValue(s -> s.secretId("a").secretString("v3"));
    client.putSecretValue(s -> s.secretId("a").secretString("v2").clientRequestToken(token));
    assertThat(value("a")).isEqualTo("v3");
    assertThatThrownBy(
            () ->
                client.putSecretValue(
                    s -> s.secretId("a").secretString("other").clientRequestToken(token)))
        .isInstanceOf(ResourceExistsException.class);
  }

  @Test
  void movesStages() {
    create("a", "v1");
    String first = client.getSecretValue(s -> s.secretId("a")).versionId();
    var pending =
        client.putSecretValue(s -> s.secretId("a").secretString("v2").versionStages("PENDING"));
    assertThat(pending.versionStages()).containsExactly("PENDING");
    assertThat(value("a")).isEqualTo("v1");
    assertThat(staged("a", "PENDING")).isEqualTo("v2");
    assertThatThrownBy(
            () ->
                client.updateSecretVersionStage(
                    s ->
                        s.secretId("a")
                            .versionStage("AWSCURRENT")
                            .moveToVersionId(pending.versionId())))
        .isInstanceOf(InvalidParameterException.class);
    client.updateSecretVersionStage(
        s ->
            s.secretId("a")
                .versionStage("AWSCURRENT")
                .removeFromVersionId(first)
                .moveToVersionId(pending.versionId()));
    assertThat(value("a")).isEqualTo("v2");
    assertThat(staged("a", "AWSPREVIOUS")).isEqualTo("v1");
    client.updateSecretVersionStage(
        s -> s.secretId("a").versionStage("PENDING").removeFromVersionId(pending.versionId()));
    assertThatThrownBy(() -> staged("a", "PENDING"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("staging label: PENDING");
  }

  @Test
  void readsOneVersion() {
    create("a", "v1");
    String first = client.getSecretValue(s -> s.secretId("a")).versionId();
    client.putSecretValue(s -> s.secretId("a").secretString("v2"));
    assertThat(client.getSecretValue(s -> s.secretId("a").versionId(first)).secretString())
        .isEqualTo("v1");
    assertThatThrownBy(
            () ->
                client.getSecretValue(
                    s -> s.secretId("a").versionId(first).versionStage("AWSCURRENT")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void keepsAHundredVersions() {
    create("a", "v");
    for (int i = 0; i < 105; i++) {
      String value = "v" + i;
      client.putSecretValue(s -> s.secretId("a").secretString(value));
    }
    var kept = client.listSecretVersionIds(s -> s.secretId("a").includeDeprecated(true)).versions();
    assertThat(kept).hasSize(100);
    assertThat(value("a")).isEqualTo("v104");
  }
}
