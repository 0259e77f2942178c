package dev.heddle.localstack.aws.stepfunctions.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Events come out of their packed form as they went in. */
class EventWriterTest {

  private static HistoryEvent event(
      long id, long previous, long time, String details, int redrive) {
    return new HistoryEvent(
        id, previous, time, "T" + id % 3, (ObjectNode) Json.parse(details), redrive);
  }

  private static void same(List<HistoryEvent> events) {
    assertThat(EventReader.unpack(EventWriter.pack(events))).isEqualTo(events);
  }

  @Test
  void everyTypeOfValueIsKept() {
    same(List.of());
    same(List.of(event(1, 0, 1_700_000_000_000L, "{}", 0)));
    same(
        List.of(
            event(
                7,
                3,
                5,
                "{\"a\":null,\"b\":true,\"c\":false,\"d\":\"\",\"e\":\"\\u00e9\\ud83d\\ude00\"}",
                1),
            event(8, 7, 4, "{\"n\":[0,-1,127,128,2147483648,-9223372036854775808]}", 2),
            event(9, 0, Long.MAX_VALUE, "{\"x\":{\"y\":[[],{},1.5,-2.25e-9]}}", 0),
            event(
                Long.MAX_VALUE,
                -1,
                Long.MIN_VALUE,
                "{\"big\":123456789012345678901234567890}",
                Integer.MAX_VALUE)));
  }

  @Test
  void whatWasStoredBeforeEventsWerePackedIsRead() {
    List<HistoryEvent> events =
        List.of(event(91, 90, 5, "{\"a\":[1,null]}", 0), event(92, 91, 6, "{}", 1));

    assertThat(EventReader.unpack(Json.mapper().writeValueAsBytes(events))).isEqualTo(events);
  }

  @Test
  void repeatedTextsAreStoredOnce() {
    List<HistoryEvent> events = new ArrayList<>();
    String output = "{\"output\":\"" + "x".repeat(10_000) + "\"}";
    for (int i = 1; i <= 100; i++) {
      events.add(event(i, i - 1, 1_000 + i, output, 0));
    }
    same(events);
    assertThat(EventWriter.pack(events)).hasSizeLessThan(11_200);
  }

  @Test
  void randomEventsAreKept() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      List<HistoryEvent> events = new ArrayList<>();
      for (int i = 0; i < random.nextInt(40); i++) {
        ObjectNode details = Json.object();
        details.put("input", Integer.toString(random.nextInt(5)).repeat(random.nextInt(300)));
        details.putArray("list").add(random.nextInt()).add(random.nextLong() | 1L << 40);
        events.add(new HistoryEvent(i, random.nextLong(), random.nextLong(), "P", details, i));
      }
      same(events);
    }
  }
}
