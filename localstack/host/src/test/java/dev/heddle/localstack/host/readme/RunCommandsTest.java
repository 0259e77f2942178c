package dev.heddle.localstack.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.host.walls.Repository;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands of the READMEs are run, and how a failure is told. */
class RunCommandsTest {
  private final RunCommands runner = new RunCommands(Repository.ROOT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mvn verify",
        "curl http://localhost:8080/health",
        "npx aws-cdk@2.1148.1 deploy --all",
        "cd web && npm run fake",
        "cd web && node --test journeys/hands.mjs",
        ".mvn/mvnw verify",
        "localstack/heddle up --port 0",
        "localstack/heddle run FILE",
        "localstack/heddle bench engine",
        ".ci/run readme"
      })
  void whatNeedsMoreThanThisMachineIsSkipped(String line) {
    assertThat(runner.reasonToSkip(command(line))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mvn -pl functions/api -am verify",
        ".mvn/mvnw -pl functions/api -am verify",
        "cd web && npm test",
        "localstack/heddle --help",
        "localstack/heddle generate"
      })
  void whatIsCheapIsRun(String line) {
    assertThat(runner.reasonToSkip(command(line))).isEmpty();
  }

  @Test
  void aCommandRunsInTheFolderItsPageSays() throws IOException, InterruptedException {
    assertThat(runner.run(command("cd web && node --check build.sh"))).isNotZero();
    assertThat(runner.run(command("cd web && node --version"))).isZero();
  }

  private static ShellCommand command(String line) {
    Readme page = new Readme("", "README.md", "Run\n\n    " + line + "\n");
    return ShellCommand.of(page).getLast();
  }
}
