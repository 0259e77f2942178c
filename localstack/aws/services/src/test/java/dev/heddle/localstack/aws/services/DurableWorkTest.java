package dev.heddle.localstack.aws.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.services.DurableWork.WorkItem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DurableWorkTest {
  @TempDir Path folder;

  @Test
  void doesEachItemOnceAndNeverMoreThan64AtATime() throws Exception {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(500);
    try (var database = database();
        var work =
            new DurableWork(
                database,
                InstantSource.system(),
                "test",
                item -> {
                  most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                  done.add(item.id());
                  atOnce.decrementAndGet();
                  all.countDown();
                  return Optional.empty();
                })) {
      for (int i = 0; i < 500; i++) {
        add(database, work, "item" + i);
      }
      assertThat(all.await(15, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(done).doesNotHaveDuplicates().hasSize(500);
    assertThat(most.get()).isBetween(1, 64);
  }

  @Test
  void beginsAgainWhatWasCutOff() throws Exception {
    Semaphore begun = new Semaphore(0);
    try (var database = database()) {
      var work =
          new DurableWork(
              database,
              InstantSource.system(),
              "test",
              item -> {
                begun.release();
                return wait(item);
              });
      add(database, work, "item");
      begun.acquire();
      database.close();
      work.close();
    }
    CountDownLatch again = new CountDownLatch(1);
    try (var database = database();
        var work =
            new DurableWork(
                database,
                InstantSource.system(),
                "test",
                item -> {
                  again.countDown();
                  return Optional.empty();
                })) {
      assertThat(work).isNotNull();
      assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Optional<Instant> wait(WorkItem item) {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static void add(ServiceDatabase database, DurableWork work, String id) {
    database.write(
        sql -> {
          work.add(sql, id, "topic", new byte[0]);
          return id;
        });
    work.wake();
  }

  private ServiceDatabase database() {
    return new ServiceDatabase(folder, "work", DurableWork.SCHEMA.toArray(String[]::new));
  }
}
