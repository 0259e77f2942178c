package dev.heddle.localstack.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.catalog.GeneratedFiles;
import dev.heddle.localstack.host.walls.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs say can be done as written, and what they point at is there. */
class ReadmesTest {
  private static final List<Readme> PAGES = Readme.all(Repository.ROOT);

  @Test
  void everyCommandWorksInAFreshClone() {
    assertThat(PAGES.stream().flatMap(page -> problems(page).stream())).isEmpty();
  }

  @Test
  void contributorsHaveAPage() {
    assertThat(PAGES).extracting(Readme::path).contains(".github/CONTRIBUTING.md");
  }

  @Test
  void everyLinkAndEveryPathLeadsSomewhere() {
    assertThat(PAGES.stream().flatMap(page -> PathProblems.of(page).stream())).isEmpty();
  }

  // A recipe names types that its reader is to write, so CONTRIBUTING is left out.
  @Test
  void everyTypeThatIsNamedIsThere() {
    assertThat(readmes().flatMap(page -> TypeNameProblems.of(page).stream())).isEmpty();
  }

  @Test
  void everyForeignNameIsNeeded() {
    assertThat(readmes().flatMap(TypeNameProblems::named)).containsAll(TypeNameProblems.FOREIGN);
    assertThat(TypeNameProblems.FOREIGN).noneMatch(TypeNameProblems::isDeclared);
  }

  @Test
  void everyRoomHasAPageThatEndsWithItsReasons() {
    assertThat(readmes())
        .filteredOn(page -> !page.folder().isEmpty())
        .allSatisfy(page -> assertThat(lastTitle(page)).as(page.path()).isEqualTo("Why it is so"));
  }

  @Test
  void whatStandsBetweenMarksIsGenerated(@TempDir Path copy) throws IOException {
    for (Readme page : PAGES) {
      Path file = copy.resolve(page.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.text().replaceAll("(<!-- generated: .+ -->\n)", "$1by hand\n"));
    }
    List<String> rewritten = new GeneratedFiles(Catalog.HEDDLE, copy).stale();
    assertThat(PAGES)
        .filteredOn(page -> !page.marks().isEmpty())
        .allSatisfy(page -> assertThat(rewritten).contains(page.path()))
        .allSatisfy(page -> assertThat(page.marks()).isEqualTo(closed(page.marks())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mvn -pl functions/api verify | -am is missing
          mvn -pl functions/missing -am verify | there is no module functions/missing
          mvn -pl functions/api -am verify -Dtest=RunsTest | failIfNoSpecifiedTests=false is missing
          mvn -pl functions/api -am verify -Dtest=NoTest -Dsurefire.failIfNoSpecifiedTests=false | there is no test NoTest
          mvn -pl functions/api -am verify -Pnothing | there is no profile nothing
          mvn -pl functions/api -am | it names no phase
          cd web && npm run fly | there is no script fly
          npx aws-cdk deploy | name the package with its version
          curl http://localhost/<path> | a shell reads < as a file
          cdk fly | the CDK has no command fly
          node web/nothing.mjs | web/nothing.mjs is missing
          cd web && node --test --test-name-pattern=x journeys/no.mjs | journeys/no.mjs is missing
          .mvn/mvnw -pl functions/api verify | -am is missing
          curl http://heddle.example/ | is not this machine
          localstack/heddle fly | unknown command fly
          localstack/heddle up --fly | its help doesn't tell --fly
          localstack/heddle bench fly | its help doesn't tell fly
          .ci/fly now | .ci/fly is missing
          """)
  void aCommandThatFailsIsTold(String line, String problem) {
    assertThat(problems(page("Run\n\n    " + line + "\n")))
        .singleElement()
        .asString()
        .contains(problem);
    assertThat(problems(page("Run `" + line + "`."))).singleElement().asString().contains(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mvn -pl functions/api -am verify   # everything",
        "cd web && npm ci && npm run build",
        "HEDDLE_URL=http://localhost:8080 localstack/heddle --help",
        "localstack/heddle bench NAME",
      })
  void aCommandThatWorksIsNot(String line) {
    assertThat(problems(page("Run\n\n    " + line + "\n"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[there](nowhere/README.md)", "`functions/nowhere`", "`web/src/nowhere.ts`"})
  void aPathThatLeadsNowhereIsTold(String text) {
    assertThat(PathProblems.of(page(text))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[there](functions/api/README.md#use)",
        "[site](https://heddle.example)",
        "`functions/api`",
        "`functions/<group>/README.md`",
        "`text/plain`",
      })
  void aPathThatLeadsSomewhereOrIsNoneIsNot(String text) {
    assertThat(PathProblems.of(page(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`TurnTaking`",
        "`RunMap.NoSuchPart`",
        "`new TurnTaking(ports)`",
        "Use\n\n```java\nnew TurnTaking(ports);\n```\n"
      })
  void aTypeThatIsNoneIsTold(String text) {
    assertThat(TypeNameProblems.of(page(text))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`RunMap`, `Door.open(unit, ports)`",
        "`ReadmesTest`",
        "`*ContractTest`, `Agent…`, `ReadAll…`",
        "`SfnClient`, `-DskipTests`",
        "TurnTaking in prose",
      })
  void aTypeThatIsOneOrNoNameIsNot(String text) {
    assertThat(TypeNameProblems.of(page(text))).isEmpty();
  }

  private static Stream<Readme> readmes() {
    return PAGES.stream().filter(page -> page.name().equals("README.md"));
  }

  private static List<String> problems(Readme page) {
    return ShellCommand.of(page).stream().flatMap(one -> CommandProblems.of(one).stream()).toList();
  }

  private static Readme page(String text) {
    return new Readme("", "README.md", text);
  }

  private static String lastTitle(Readme page) {
    return page.text()
        .lines()
        .filter(line -> line.startsWith("## "))
        .reduce("", (_, line) -> line.substring(3));
  }

  /** The marks as they should be: each section ends where it began. */
  private static List<String> closed(List<String> marks) {
    return marks.stream()
        .filter(mark -> mark.startsWith("generated: "))
        .flatMap(mark -> Stream.of(mark, mark.replaceFirst("generated", "end")))
        .toList();
  }
}
