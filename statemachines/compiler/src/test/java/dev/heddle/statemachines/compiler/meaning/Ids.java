package dev.heddle.statemachines.compiler.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ids of nodes, some of which look like the numbered names that compilers make. */
final class Ids {
  private static final List<String> LETTERS = List.of("a", "b", "c");
  private final List<String> special = new ArrayList<>();
  private int count;

  Ids(Dice dice) {
    if (dice.chance(25)) {
      for (String letter : LETTERS) {
        special.add(letter);
        special.add(letter + "_2");
        special.add(letter + "_3");
      }
      Collections.shuffle(special, new Random(dice.seed()));
    }
  }

  String next() {
    int index = count++;
    return index < special.size() ? special.get(index) : "n" + index;
  }
}
