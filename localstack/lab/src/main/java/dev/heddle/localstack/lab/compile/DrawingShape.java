package dev.heddle.localstack.lab.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Drawings of a shape and about a size. */
enum DrawingShape {
  /** One call after the other. */
  CHAIN {
    @Override
    void draw(DrawingBuilder sheet, int size) {
      String before = "start";
      for (int i = 1; i < size; i++) {
        sheet.call("n" + i, before).arrow(before, "n" + i);
        before = "n" + i;
      }
    }
  },

  /** All at once, then a merge. */
  FORK {
    @Override
    void draw(DrawingBuilder sheet, int size) {
      for (int i = 2; i < size; i++) {
        sheet.call("n" + i, "start").arrow("start", "n" + i).arrow("n" + i, "joined");
      }
      sheet.merge("joined");
    }
  },

  /** Two at a time, again and again. */
  DIAMONDS {
    @Override
    void draw(DrawingBuilder sheet, int size) {
      String before = "start";
      for (int i = 0; i < size / 3; i++) {
        sheet.call("a" + i, before).call("b" + i, before).merge("c" + i);
        sheet.arrow(before, "a" + i).arrow(before, "b" + i);
        sheet.arrow("a" + i, "c" + i).arrow("b" + i, "c" + i);
        before = "c" + i;
      }
    }
  },

  /** Choices one after the other, whose ways come together again. */
  CHOICES {
    @Override
    void draw(DrawingBuilder sheet, int size) {
      String before = "start";
      for (int i = 0; i < size / 3; i++) {
        sheet.choice("a" + i, before).set("b" + i, before).merge("c" + i);
        sheet.arrow(before, "a" + i).arrow("a" + i, "true", "b" + i);
        sheet.arrow("a" + i, "false", "c" + i).arrow("b" + i, "c" + i);
        before = "c" + i;
      }
    }
  },

  /** For-eaches five deep, one after the other. */
  CONTAINERS {
    @Override
    void draw(DrawingBuilder sheet, int size) {
      String before = "start";
      for (int i = 0; sheet.size() + 10 <= Math.max(size, 11); i++) {
        sheet.each("e" + i + "x0", before).arrow(before, "e" + i + "x0");
        for (int depth = 0; depth < 4; depth++) {
          String container = "e" + i + "x" + depth;
          sheet.set("s" + i + "x" + depth, "item").inside(container);
          sheet.each("e" + i + "x" + (depth + 1), "s" + i + "x" + depth).inside(container);
          sheet.arrow("s" + i + "x" + depth, "e" + i + "x" + (depth + 1));
        }
        sheet.call("n" + i, "item").inside("e" + i + "x4");
        before = "e" + i + "x0";
      }
    }
  },

  /** One or two ways into each node, from any of the eight before it. */
  RANDOM {
    @Override
    void draw(DrawingBuilder sheet, int size) {
      SplittableRandom random = new SplittableRandom(7);
      List<String> ids = new ArrayList<>(List.of("start"));
      for (int i = 1; i < size; i++) {
        String first = ids.get(Math.max(0, i - 1 - random.nextInt(8)));
        String second = ids.get(Math.max(0, i - 1 - random.nextInt(8)));
        String id = (random.nextInt(4) == 0 ? "if" : "n") + i;
        if (id.startsWith("if")) {
          sheet.choice(id, first);
        } else {
          sheet.call(id, first);
        }
        leave(sheet, random, first, id);
        if (!second.equals(first) && random.nextInt(3) == 0) {
          leave(sheet, random, second, id);
        }
        ids.add(id);
      }
    }
  };

  private static void leave(
      DrawingBuilder sheet, SplittableRandom random, String source, String target) {
    String port = source.startsWith("if") ? String.valueOf(random.nextBoolean()) : "main";
    sheet.arrow(source, port, target);
  }

  abstract void draw(DrawingBuilder sheet, int size);

  /** The document. */
  JsonNode of(int size) {
    DrawingBuilder sheet = new DrawingBuilder("Benchmark");
    draw(sheet, size);
    return sheet.graph();
  }
}
