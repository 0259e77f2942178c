package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever comes and goes, the promises of the queue hold. */
class FairQueuePropertyTest {
  private static final int ROUNDS = 300;
  private static final List<String> OWNERS = List.of("a", "b", "c", "d", "e");

  /** A queue and what must be true of it. */
  private static final class Watched {
    final int places;
    final FairQueue<Integer> queue;
    final Map<String, List<Integer>> waiting = new HashMap<>();
    final Map<String, Integer> placed = new HashMap<>();
    int number;

    Watched(int places) {
      this.places = places;
      this.queue = new FairQueue<>(places);
    }

    void add(String owner) {
      waiting.computeIfAbsent(owner, o -> new ArrayList<>()).add(++number);
      queue.add(owner, number);
    }

    void poll() {
      var next = queue.poll();
      if (next == null) {
        waiting.forEach((owner, items) -> assertThat(items.isEmpty() || full(owner)).isTrue());
        return;
      }
      assertThat(full(next.owner())).as("%s may take", next.owner()).isFalse();
      assertThat(next.item())
          .as("the oldest of its owner")
          .isEqualTo(waiting.get(next.owner()).removeFirst());
      placed.merge(next.owner(), 1, Integer::sum);
      assertThat(taken()).isLessThanOrEqualTo(places);
    }

    void done(String owner) {
      if (placed.getOrDefault(owner, 0) > 0) {
        placed.merge(owner, -1, Integer::sum);
        queue.done(owner);
      }
    }

    int taken() {
      return placed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Half of what the others leave, rounded up, is an owner's most. */
    boolean full(String owner) {
      int own = placed.getOrDefault(owner, 0);
      int left = places - (taken() - own);
      return own >= (left + 1) / 2;
    }

    void checkSize() {
      assertThat(queue.size()).isEqualTo(waiting.values().stream().mapToInt(List::size).sum());
    }
  }

  @Test
  void noOwnerHasMoreThanItsShareAndEachKeepsItsOrder() {
    Random random = new Random(4);
    for (int round = 0; round < ROUNDS; round++) {
      Watched watched = new Watched(1 + random.nextInt(20));
      for (int i = 0; i < 200; i++) {
        String owner = OWNERS.get(random.nextInt(OWNERS.size()));
        switch (random.nextInt(3)) {
          case 0 -> watched.add(owner);
          case 1 -> watched.poll();
          default -> watched.done(owner);
        }
        watched.checkSize();
      }
    }
  }

  @Test
  void everythingIsTakenAtLast() {
    Random random = new Random(8);
    for (int round = 0; round < ROUNDS; round++) {
      FairQueue<Integer> queue = new FairQueue<>(1 + random.nextInt(6));
      int all = random.nextInt(60);
      IntStream.range(0, all).forEach(i -> queue.add(OWNERS.get(random.nextInt(5)), i));
      int taken = 0;
      List<String> places = new ArrayList<>();
      while (queue.size() > 0) {
        var next = queue.poll();
        if (next != null) {
          places.add(next.owner());
          taken++;
        } else {
          assertThat(places).as("someone must have a place").isNotEmpty();
          queue.done(places.removeFirst());
        }
      }
      assertThat(taken).isEqualTo(all);
    }
  }

  /** However much one owner has waiting, another's first thing comes after one of its at most. */
  @Test
  void aNewcomerWaitsForOneThingOfEachOther() {
    for (int owners = 1; owners <= 4; owners++) {
      FairQueue<String> queue = new FairQueue<>(1_000);
      for (String owner : OWNERS.subList(0, owners)) {
        IntStream.range(0, 50).forEach(i -> queue.add(owner, owner));
      }
      queue.poll();
      queue.add("new", "new");
      int before = 0;
      while (!queue.poll().item().equals("new")) {
        before++;
      }
      assertThat(before).isLessThanOrEqualTo(owners);
    }
  }

  @Test
  void tellsWhetherHandsAreLacking() {
    FairQueue<String> queue = new FairQueue<>(2);
    assertThat(queue.needsWorker()).isFalse();
    assertThat(queue.add("a", "x")).as("nobody waits for it").isFalse();
    assertThat(queue.needsWorker()).isTrue();
    queue.poll();
    assertThat(queue.needsWorker()).isFalse();
    queue.add("a", "y");
    assertThat(queue.needsWorker()).as("its owner has its share").isFalse();
    queue.add("b", "z");
    assertThat(queue.needsWorker()).isTrue();
  }
}
