package dev.heddle.localstack.aws.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writes are all or nothing one by one, reads never wait, and nothing waits for ever. */
@Timeout(30)
class SqliteFileTest {
  @TempDir Path folder;
  private SqliteFile file;

  @BeforeEach
  void open() {
    file = reopened();
  }

  @AfterEach
  void close() {
    file.close();
  }

  private SqliteFile reopened() {
    return new SqliteFile(
        folder.resolve("test.db"), "CREATE TABLE IF NOT EXISTS n(value INTEGER PRIMARY KEY)");
  }

  private int insert(Connection connection, int value) throws SQLException {
    var statement = file.prepared(connection, "INSERT INTO n VALUES(?)");
    statement.setInt(1, value);
    return statement.executeUpdate();
  }

  private int count() {
    return file.read(
        connection -> {
          try (var row = file.prepared(connection, "SELECT count(*) FROM n").executeQuery()) {
            return row.getInt(1);
          }
        });
  }

  @Test
  void readsWhatWasWritten() {
    assertThat(file.<Integer>write(connection -> insert(connection, 1))).isEqualTo(1);
    assertThat(count()).isEqualTo(1);
    file.close();
    file = reopened();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void commitsManyWritersTogether() {
    IntStream.range(0, 500).parallel().forEach(i -> file.write(c -> insert(c, i)));
    assertThat(count()).isEqualTo(500);
  }

  @Test
  void rollsBackAFailedWriteAlone() {
    List<CompletableFuture<Integer>> writes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int value = i;
      writes.add(
          file.writeLater(
              connection -> {
                insert(connection, value);
                if (value % 2 == 1) {
                  throw new IllegalArgumentException("odd");
                }
                return value;
              }));
    }
    for (int i = 0; i < 10; i++) {
      CompletableFuture<Integer> write = writes.get(i);
      if (i % 2 == 0) {
        assertThat(write.join()).isEqualTo(i);
      } else {
        assertThatThrownBy(write::join).hasCauseInstanceOf(IllegalArgumentException.class);
      }
    }
    assertThat(count()).isEqualTo(5);
  }

  @Test
  void wrapsWhatSqliteRefuses() {
    file.write(connection -> insert(connection, 1));
    assertThatThrownBy(() -> file.write(connection -> insert(connection, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void goesOnAfterAnError() {
    assertThatThrownBy(
            () ->
                file.write(
                    connection -> {
                      throw new StackOverflowError("expected by this test");
                    }))
        .isInstanceOf(StackOverflowError.class);
    assertThat(file.<Integer>write(connection -> insert(connection, 1))).isEqualTo(1);
  }

  @Test
  void goesOnAfterAWorkEndsTheTransactionItself() {
    assertThatThrownBy(
            () ->
                file.write(
                    connection -> {
                      insert(connection, 1);
                      connection.rollback();
                      return 1;
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file.<Integer>write(connection -> insert(connection, 2))).isEqualTo(1);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void readsWhileAWriteIsUnderWay() throws InterruptedException {
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    CompletableFuture<Boolean> write =
        file.writeLater(
            connection -> {
              insert(connection, 1);
              inside.countDown();
              return awaited(goOn);
            });
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(count()).isZero();
    goOn.countDown();
    assertThat(write.join()).isTrue();
    assertThat(count()).isEqualTo(1);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void servesMoreReadersThanItHasConnections() throws InterruptedException {
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 1_000).forEach(i -> readers.submit(this::count));
    }
    assertThat(count()).isZero();
  }

  @Test
  void keepsBoundedManyStatements() {
    for (int i = 0; i < 2_000; i++) {
      String sql = "SELECT " + i + " FROM n";
      file.read(connection -> file.prepared(connection, sql).executeQuery().next());
    }
    assertThat(count()).isZero();
  }

  @Test
  void finishesWhatIsQueuedAndRefusesTheRest() {
    List<CompletableFuture<Integer>> writes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int value = i;
      writes.add(file.writeLater(connection -> insert(connection, value)));
    }
    file.close();
    assertThat(writes).allSatisfy(write -> assertThat(write.join()).isEqualTo(1));
    assertThatThrownBy(() -> file.writeLater(connection -> insert(connection, 1_000)).join())
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("The database is closed");
    assertThatThrownBy(this::count).hasMessageContaining("The database is closed");
  }

  @Test
  void leavesNoWriteWithoutAnAnswerWhenItCloses() {
    try (var writers = Executors.newFixedThreadPool(8)) {
      List<CompletableFuture<Integer>> writes = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        int value = i;
        writes.add(CompletableFuture.supplyAsync(() -> file.write(c -> insert(c, value)), writers));
      }
      file.close();
      writes.forEach(
          write -> write.handle((done, failed) -> failed == null || done == null).join());
    }
  }
}
