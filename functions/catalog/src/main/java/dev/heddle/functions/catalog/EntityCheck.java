package dev.heddle.functions.catalog;

import dev.heddle.functions.aws.entity.Entities;
import dev.heddle.functions.aws.entity.EntityStore;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds entities that could be taken for one another, and units that name one nobody stores. */
final class EntityCheck {
  private static final String ANYTHING = "*";

  private EntityCheck() {}

  /** The problems, one sentence each. */
  static List<String> problems(Catalog catalog) {
    List<Entity<?>> entities = Entities.ALL.stream().<Entity<?>>map(EntityStore::entity).toList();
    List<String> problems = overlaps(entities);
    for (Unit unit : catalog.units()) {
      touched(unit)
          .filter(entity -> !entities.contains(entity))
          .map(entity -> unit.name() + " touches " + entity + ", which no store keeps")
          .forEach(problems::add);
    }
    return problems;
  }

  private static Stream<Entity<?>> touched(Unit unit) {
    return unit.access().stream()
        .<Entity<?>>mapMulti(
            (access, entities) -> {
              if (access instanceof Access.Reads(var entity)) {
                entities.accept(entity);
              } else if (access instanceof Access.Writes(var entity)) {
                entities.accept(entity);
              }
            });
  }

  /** The names that two entities share, and the patterns that one partition could match both of. */
  static List<String> overlaps(List<Entity<?>> entities) {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < entities.size(); i++) {
      Entity<?> one = entities.get(i);
      if (!names.add(one.name())) {
        problems.add("Two entities are called " + one);
      }
      for (Entity<?> other : entities.subList(i + 1, entities.size())) {
        problems.addAll(overlaps(one, other));
      }
    }
    return problems;
  }

  private static List<String> overlaps(Entity<?> one, Entity<?> other) {
    return one.keys().stream()
        .flatMap(
            key ->
                other.keys().stream()
                    .filter(another -> overlap(key, another))
                    .map(another -> key + " of " + one + " overlaps " + another + " of " + other))
        .toList();
  }

  /**
   * Part by part, as a wildcard between separators stands for one id, and the last for anything.
   */
  private static boolean overlap(String one, String other) {
    String[] left = one.split("#");
    String[] right = other.split("#");
    int both = Math.min(left.length, right.length);
    for (int i = 0; i < both; i++) {
      if (isRest(left, i) || isRest(right, i)) {
        return true;
      }
      if (!left[i].equals(right[i]) && !left[i].equals(ANYTHING) && !right[i].equals(ANYTHING)) {
        return false;
      }
    }
    return left.length == right.length;
  }

  private static boolean isRest(String[] parts, int place) {
    return place == parts.length - 1 && parts[place].equals(ANYTHING);
  }
}
