package dev.heddle.localstack.host.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is built again after a change, and that nothing of before is left in it. */
class LaptopBuildTest {
  private static final String LIBRARIES = "finding the libraries that the poms name";
  private static final String LOWER = "compiling lower";
  private static final String MIDDLE = "compiling middle";
  private static final String HOST = "compiling localstack/host";
  private static final String WEB = "building web";

  @TempDir private Path root;
  private SmallTree tree;

  @BeforeEach
  void buildAll() throws Exception {
    tree = SmallTree.in(root);
    assertThat(tree.build()).containsExactly(LIBRARIES, LOWER, MIDDLE, HOST, WEB);
  }

  @AfterEach
  void closeJars() throws IOException {
    tree.close();
  }

  @Test
  void nothingIsMadeTwice() throws Exception {
    assertThat(tree.build()).isEmpty();
    assertThat(tree.load("Host").getSuperclass().getName()).isEqualTo("Middle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public class Lower { private int hidden; }",
        "public class Lower { static { int body = 1; new Object() {}; } }",
        "/** Another comment. */ public class Lower {}",
      })
  void whatOthersCantSeeStaysInItsModule(String source) throws Exception {
    tree.write("lower/src/main/java/Lower.java", source);
    assertThat(tree.build()).containsExactly(LOWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public class Lower { public static final int CONSTANT = 1; }",
        "public class Lower { protected void method() {} }",
        "public class Lower { public static class Member {} }",
        "@Deprecated public class Lower {}",
      })
  void whatOthersCompileAgainstIsCompiledWithThem(String source) throws Exception {
    tree.write("lower/src/main/java/Lower.java", source);
    assertThat(tree.build()).containsExactly(LOWER, MIDDLE, HOST);
  }

  @Test
  void aConstantThatJavacCopiesIsNeverStale() throws Exception {
    tree.write(
        "lower/src/main/java/Lower.java", "public class Lower { public static final int N = 1; }");
    tree.write(
        "localstack/host/src/main/java/Host.java", "public class Host { public int n = Lower.N; }");
    tree.build();
    tree.write(
        "lower/src/main/java/Lower.java", "public class Lower { public static final int N = 2; }");
    tree.build();
    Object host = tree.load("Host").getConstructor().newInstance();
    assertThat(host.getClass().getField("n").get(host)).isEqualTo(2);
  }

  @Test
  void aSourceThatIsGoneLeavesNoClass() throws Exception {
    tree.write("lower/src/main/java/Extra.java", "public class Extra {}");
    tree.build();
    assertThat(tree.load("Extra")).isNotNull();
    tree.delete("lower/src/main/java/Extra.java");
    assertThat(tree.build()).containsExactly(LOWER, MIDDLE, HOST);
    assertThatThrownBy(() -> tree.load("Extra")).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void resourcesComeAndGoWithTheirModule() throws Exception {
    tree.write("middle/src/main/resources/words.txt", "hello");
    assertThat(tree.build()).containsExactly(MIDDLE);
    assertThat(tree.load("Middle").getResource("words.txt")).isNotNull();
    tree.delete("middle/src/main/resources/words.txt");
    assertThat(tree.build()).containsExactly(MIDDLE);
    assertThat(tree.load("Middle").getResource("words.txt")).isNull();
  }

  @Test
  void whatWasGoneBackToIsBuiltAgain() throws Exception {
    tree.write("lower/src/main/java/Lower.java", "class Broken {}");
    assertThatThrownBy(tree::build)
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("middle/src/main/java/Middle.java:1: ");
    tree.write("lower/src/main/java/Lower.java", "public class Lower {}");
    assertThat(tree.build()).containsExactly(LOWER);
    assertThat(tree.load("Middle").getSuperclass().getName()).isEqualTo("Lower");
  }

  @Test
  void whatFailedIsNotTakenForBuilt() throws Exception {
    tree.write("lower/src/main/java/Lower.java", "no Java");
    assertThatThrownBy(tree::build).isInstanceOf(BuildFailure.class);
    assertThatThrownBy(tree::build).isInstanceOf(BuildFailure.class);
  }

  @Test
  void aChangedPomAsksMavenAndCompilesWhatNeedsMore() throws Exception {
    tree.write("middle/pom.xml", SmallTree.pom("middle", "lower") + "\n");
    assertThat(tree.build()).containsExactly(LIBRARIES);
    tree.write("localstack/host/pom.xml", SmallTree.pom("host", "lower"));
    assertThatThrownBy(tree::build)
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("cannot find symbol");
  }

  @Test
  void libraryOrJarThatIsGoneIsMadeAgain() throws Exception {
    tree.delete("library.jar");
    assertThat(tree.build()).containsExactly(LIBRARIES);
    Files.delete(tree.output().resolve("middle.jar"));
    assertThat(tree.build()).containsExactly(MIDDLE);
  }

  @Test
  void thePagesAreBuiltAloneAndWhole() throws Exception {
    tree.write("web/src/page.ts", "two");
    assertThat(tree.build()).containsExactly(WEB);
    assertThat(tree.output().resolve("site/page.js")).hasContent("two");
    tree.write("web/test/page.test.ts", "test");
    assertThat(tree.build()).isEmpty();
  }

  @Test
  void aJarThatRunsIsNotWrittenOver() throws IOException, InterruptedException {
    Path jar = tree.output().resolve("lower.jar");
    try (var open = Files.newInputStream(jar)) {
      byte[] before = Files.readAllBytes(jar);
      tree.write("lower/src/main/java/Lower.java", "public class Lower { int more; }");
      tree.build();
      assertThat(open.readAllBytes()).isEqualTo(before);
    }
  }
}
