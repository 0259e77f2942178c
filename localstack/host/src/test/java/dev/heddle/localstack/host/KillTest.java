package dev.heddle.localstack.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was accepted survives {@code kill -9}, and happens once. */
class KillTest {
  private static final int WAIT_SECONDS = 20;
  private static final int POSTS = 200;

  @TempDir private Path data;

  @Test
  void aRunThatWaitsEndsOnceAfterTheProcessIsKilled() throws Exception {
    int port = FreePort.find();
    String url = "http://localhost:" + port;
    String run;
    Instant accepted;
    try (LaptopProcess laptop = LaptopProcess.start(data, port)) {
      HeddleClient api = HeddleClient.demo(url);
      api.publish(JourneyGraphs.waiting("waits", WAIT_SECONDS));
      run = api.post("/hooks/demo/waits", Map.of("n", 7)).json().get("run").stringValue();
      accepted = Instant.now();
      api.await("/api/v1/runs/" + run, Duration.ofSeconds(10), KillTest::waits);
      laptop.kill();
    }
    try (LaptopProcess _ = LaptopProcess.start(data, port)) {
      HeddleClient api = HeddleClient.demo(url);
      JsonNode ended =
          api.await("/api/v1/runs/" + run, Duration.ofSeconds(40), KillTest::isOver).json();

      assertThat(ended.get("status").stringValue()).isEqualTo("succeeded");
      assertThat(ended.at("/output/n").intValue()).isEqualTo(7);
      assertThat(Instant.parse(ended.get("endedAt").stringValue()))
          .isBetween(
              accepted.plusSeconds(WAIT_SECONDS - 2), accepted.plusSeconds(WAIT_SECONDS + 15));
      assertThat(runsOf(api)).containsOnlyKeys(run);
    }
  }

  @Test
  void everyAcceptedWebhookHasExactlyOneRunWhateverIsKilled() throws Exception {
    int port = FreePort.find();
    String url = "http://localhost:" + port;
    Map<String, Integer> accepted = new ConcurrentHashMap<>();
    LaptopProcess laptop = LaptopProcess.start(data, port);
    HeddleClient.demo(url).publish(JourneyGraphs.waiting("counts", 1));
    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      for (int n = 0; n < POSTS; n++) {
        int number = n;
        callers.submit(() -> postUntilAccepted(url, number, accepted));
      }
      for (int kills = 0; kills < 2; kills++) {
        Thread.sleep(400);
        laptop.kill();
        laptop = LaptopProcess.start(data, port);
      }
      callers.shutdown();
      assertThat(callers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
    }
    try (LaptopProcess running = laptop) {
      HeddleClient api = HeddleClient.demo(url);
      for (String run : accepted.keySet()) {
        api.await("/api/v1/runs/" + run, Duration.ofSeconds(60), KillTest::isOver);
      }
      Map<String, String> runs = runsOf(api);
      assertThat(accepted).hasSize(POSTS);
      assertThat(runs.keySet()).containsAll(accepted.keySet());
      assertThat(runs.values()).containsOnly("succeeded");
      assertThat(running).isNotNull();
    }
  }

  /** A caller that repeats what got no answer; each accepted answer is noted. */
  private static void postUntilAccepted(String url, int number, Map<String, Integer> accepted) {
    for (int attempt = 0; attempt < 300; attempt++) {
      try {
        HeddleClient.Answer answer =
            HeddleClient.anyone(url).post("/hooks/demo/counts", Map.of("n", number));
        if (answer.status() == 202) {
          Integer other = accepted.put(answer.json().get("run").stringValue(), number);
          assertThat(other).isNull();
          return;
        }
        Thread.sleep(100);
      } catch (IOException e) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean waits(JsonNode run) {
    return run.at("/nodes")
        .valueStream()
        .anyMatch(n -> n.at("/status").asString("").equals("waiting"));
  }

  private static boolean isOver(JsonNode run) {
    return !run.get("status").stringValue().equals("running");
  }

  private static Map<String, String> runsOf(HeddleClient api) throws Exception {
    Map<String, String> runs = new HashMap<>();
    String cursor = "";
    do {
      JsonNode page = api.get("/api/v1/runs?limit=100" + cursor).json();
      page.get("items")
          .forEach(run -> runs.put(run.get("id").stringValue(), run.get("status").stringValue()));
      cursor = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").stringValue() : "";
    } while (!cursor.isEmpty());
    return runs;
  }
}
