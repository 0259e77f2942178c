package dev.heddle.localstack.aws.services.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.DecryptionFailureException;

class AtRestTest extends SecretsServiceFixture {

  @Test
  void survivesARestart() {
    create("a", "v1");
    client.putSecretValue(s -> s.secretId("a").secretString("v2"));
    restart();
    assertThat(value("a")).isEqualTo("v2");
    assertThat(staged("a", "AWSPREVIOUS")).isEqualTo("v1");
  }

  @Test
  void noFileHoldsTheValue() throws IOException {
    create("a", "hunter2-hunter2");
    try (var files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("hunter2");
      }
    }
  }

  @Test
  void theKeyIsItsOwnersAlone() throws IOException {
    Path key = folder.resolve("secrets.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    restart();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void anotherKeyOpensNothing() throws IOException {
    create("a", "v1");
    stop();
    Files.write(folder.resolve("secrets.key"), new byte[32]);
    start();
    assertThatThrownBy(() -> value("a")).isInstanceOf(DecryptionFailureException.class);
  }

  @Test
  void aLostOrBrokenKeyIsSaidAtOnce() throws IOException {
    create("a", "v1");
    stop();
    Path key = folder.resolve("secrets.key");
    byte[] bytes = Files.readAllBytes(key);
    Files.delete(key);
    assertThatThrownBy(() -> new SecretsService(folder, clock))
        .hasMessageContaining("secrets.key is missing");
    Files.write(key, new byte[] {1});
    assertThatThrownBy(() -> new SecretsService(folder, clock))
        .hasMessageContaining("1 bytes, not 32");
    Files.write(key, bytes);
    start();
    assertThat(value("a")).isEqualTo("v1");
  }
}
