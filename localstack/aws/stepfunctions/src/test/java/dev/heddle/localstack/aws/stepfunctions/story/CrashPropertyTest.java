package dev.heddle.localstack.aws.stepfunctions.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.MemoryStore;
import dev.heddle.localstack.aws.stepfunctions.store.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run whose process dies after every single commit ends like one that was left alone, and every
 * attempt of a task was called once where nothing else was stored meanwhile.
 */
class CrashPropertyTest {
  @TempDir Path folder;
  private final List<Object> attempts = new ArrayList<>();

  private static CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    return CompletableFuture.completedFuture(
        function.equals("fails")
            ? new LambdaReply.FunctionError("Bad", "no".getBytes(StandardCharsets.UTF_8))
            : new LambdaReply.Payload(payload));
  }

  private VirtualStage stage(Supplier<ExecutionStore> store) {
    VirtualStage stage = new VirtualStage(store);
    EnginePorts ports =
        new EnginePorts(
            CrashPropertyTest::invoke,
            request -> CompletableFuture.failedFuture(new IllegalStateException("no service")),
            events -> {});
    stage.callThrough(() -> ports);
    return stage;
  }

  private static StoryEnd run(VirtualStage stage, String definition) {
    stage.create("m", definition, false);
    return stage.story(stage.end(stage.start("m", "{\"a\":1}")));
  }

  private static List<String> types(StoryEnd end) {
    return end.events().stream().map(StoryEnd.Happened::type).sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void endsLikeOneThatWasLeftAlone(long seed) {
    String definition = new RandomMachine(seed).definition();
    StoryEnd alone = run(stage(MemoryStore::new), definition);
    Path file = folder.resolve("crash.db");
    VirtualStage dying = stage(() -> new CrashingStore(new SqliteStore(file), commit -> true));
    dying.attempts(attempts::add);
    StoryEnd survived = run(dying, definition);
    dying.store().close();

    assertThat(dying.deaths()).as("%s", definition).isPositive();
    assertThat(survived.status()).as("%s", definition).isEqualTo("SUCCEEDED");
    assertThat(Json.parse(survived.output())).isEqualTo(Json.parse(alone.output()));
    assertThat(types(survived)).isEqualTo(types(alone));
    assertThat(survived.seconds()).isEqualTo(alone.seconds());
    assertThat(survived.events())
        .extracting(StoryEnd.Happened::id)
        .isSorted()
        .doesNotHaveDuplicates();
    // While a child's turn is stored, another execution's call may not have been heard yet.
    if (!definition.contains("DISTRIBUTED")) {
      assertThat(attempts).as("calls of %s", definition).doesNotHaveDuplicates();
    }
  }
}
