package dev.heddle.localstack.aws.services.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.model.InvalidNextTokenException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

class SecretsServiceTest extends SecretsServiceFixture {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @Test
  void findsASecretByNameArnAndPartialArn() {
    String arn = create("/heddle/t1/github", "grün");
    assertThat(arn)
        .matches("arn:aws:secretsmanager:us-east-1:000000000000:secret:/heddle/t1/github-\\w{6}");
    assertThat(value("/heddle/t1/github")).isEqualTo("grün");
    assertThat(value(arn)).isEqualTo("grün");
    assertThat(value(arn.substring(0, arn.length() - 7))).isEqualTo("grün");
  }

  @Test
  void keepsBytes() {
    var bytes = SdkBytes.fromByteArray(new byte[] {0, -1, 127});
    client.createSecret(s -> s.name("binary").secretBinary(bytes));
    var read = client.getSecretValue(s -> s.secretId("binary"));
    assertThat(read.secretBinary()).isEqualTo(bytes);
    assertThat(read.secretString()).isNull();
  }

  @Test
  void creatingAgainWithTheSameTokenAndValueIsTheSame() {
    var first = client.createSecret(s -> s.name("a").secretString("v").clientRequestToken(TOKEN));
    var again = client.createSecret(s -> s.name("a").secretString("v").clientRequestToken(TOKEN));
    assertThat(again.arn()).isEqualTo(first.arn());
    assertThat(again.versionId()).isEqualTo(TOKEN);
    assertThatThrownBy(
            () -> client.createSecret(s -> s.name("a").secretString("w").clientRequestToken(TOKEN)))
        .isInstanceOf(ResourceExistsException.class);
    assertThatThrownBy(() -> create("a", "v")).isInstanceOf(ResourceExistsException.class);
  }

  @Test
  void describesAndChanges() {
    client.createSecret(
        s ->
            s.name("a")
                .description("first")
                .secretString("v1")
                .tags(Tag.builder().key("team").value("x").build()));
    client.updateSecret(s -> s.secretId("a").description("second").secretString("v2"));
    client.tagResource(s -> s.secretId("a").tags(Tag.builder().key("env").value("dev").build()));
    client.untagResource(s -> s.secretId("a").tagKeys("team"));
    assertThat(value("a")).isEqualTo("v2");
    var described = client.describeSecret(s -> s.secretId("a"));
    assertThat(described.description()).isEqualTo("second");
    assertThat(described.tags()).containsExactly(Tag.builder().key("env").value("dev").build());
    assertThat(described.versionIdsToStages().values())
        .containsExactly(List.of("AWSPREVIOUS"), List.of("AWSCURRENT"));
    assertThat(described.createdDate()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(described.lastAccessedDate()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void deletesAfterARecoveryWindow() {
    create("a", "v");
    var deletion = client.deleteSecret(s -> s.secretId("a").recoveryWindowInDays(7L));
    assertThat(deletion.deletionDate()).isEqualTo(Instant.parse("2026-03-08T10:00:00Z"));
    assertThatThrownBy(() -> value("a")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> create("a", "w")).isInstanceOf(InvalidRequestException.class);
    client.restoreSecret(s -> s.secretId("a"));
    assertThat(value("a")).isEqualTo("v");
    client.deleteSecret(s -> s.secretId("a").recoveryWindowInDays(7L));
    clock.advance(Duration.ofDays(7));
    assertThatThrownBy(() -> client.restoreSecret(s -> s.secretId("a")))
        .isInstanceOf(ResourceNotFoundException.class);
    create("a", "w");
    assertThat(value("a")).isEqualTo("w");
  }

  @Test
  void deletesAtOnceByForce() {
    create("a", "v");
    client.deleteSecret(s -> s.secretId("a").forceDeleteWithoutRecovery(true));
    client.deleteSecret(s -> s.secretId("a").forceDeleteWithoutRecovery(true));
    assertThatThrownBy(() -> value("a")).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void listsFilteredPageByPage() {
    for (String name : new String[] {"/t1/a", "/t1/b", "/t2/c"}) {
      create(name, "v");
    }
    client.deleteSecret(s -> s.secretId("/t1/b"));
    assertThat(names(client.listSecrets(l -> l.filters(f -> f.key("name").values("/t1/")))))
        .containsExactly("/t1/a");
    assertThat(names(client.listSecrets(l -> l.filters(f -> f.key("name").values("!/t1/")))))
        .containsExactly("/t2/c");
    var page = client.listSecrets(l -> l.maxResults(2).includePlannedDeletion(true));
    assertThat(names(page)).containsExactly("/t1/a", "/t1/b");
    var rest =
        client.listSecrets(
            l -> l.maxResults(2).includePlannedDeletion(true).nextToken(page.nextToken()));
    assertThat(names(rest)).containsExactly("/t2/c");
    assertThatThrownBy(() -> client.listSecrets(l -> l.nextToken("x")))
        .isInstanceOf(InvalidNextTokenException.class);
  }

  @Test
  void readsSeveralAtOnce() {
    create("a", "1");
    create("b", "2");
    var batch = client.batchGetSecretValue(b -> b.secretIdList("a", "none", "b"));
    assertThat(batch.secretValues()).extracting(v -> v.secretString()).containsExactly("1", "2");
    assertThat(batch.errors())
        .extracting(e -> Map.entry(e.secretId(), e.errorCode()))
        .containsExactly(Map.entry("none", "ResourceNotFoundException"));
    var filtered = client.batchGetSecretValue(b -> b.filters(f -> f.key("name").values("b")));
    assertThat(filtered.secretValues()).extracting(v -> v.name()).containsExactly("b");
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> create("a b", "v")).isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> create("a", "x".repeat(65_537)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () ->
                client.createSecret(s -> s.name("a").secretString("v").clientRequestToken("short")))
        .isInstanceOf(InvalidParameterException.class);
    create("a", "v");
    assertThatThrownBy(() -> client.deleteSecret(s -> s.secretId("a").recoveryWindowInDays(3L)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> client.putSecretValue(s -> s.secretId("a")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> value("none"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("can't find the specified secret");
  }

  private static List<String> names(ListSecretsResponse page) {
    return page.secretList().stream().map(SecretListEntry::name).toList();
  }
}
