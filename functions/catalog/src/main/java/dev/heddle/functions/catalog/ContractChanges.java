package dev.heddle.functions.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a route's promise: what breaks clients that were written for the earlier one, and
 * what they need not know of.
 */
final class ContractChanges {
  private final List<String> breaking = new ArrayList<>();
  private final List<String> additions = new ArrayList<>();

  /** From an earlier promise to the present one. */
  ContractChanges(RouteContract before, RouteContract now) {
    if (now.audience().compareTo(before.audience()) > 0) {
      breaking.add("is for " + now.audience() + " only, no longer for " + before.audience());
    }
    if (now.status() != before.status()) {
      breaking.add("answers " + now.status() + ", no longer " + before.status());
    }
    before.input().forEach((path, field) -> taken(path, field, now.input().get(path)));
    before.output().forEach((path, field) -> answered(path, field, now.output().get(path)));
    now.input().forEach((path, field) -> added(path, field, before.input()));
    now.output().keySet().stream()
        .filter(path -> !before.output().containsKey(path))
        .forEach(path -> additions.add("also answers " + path));
  }

  /** Phrases, each with the route as its subject. */
  List<String> breaking() {
    return breaking;
  }

  /** Phrases of what came to it. */
  List<String> additions() {
    return additions;
  }

  private void taken(String path, FieldContract before, @Nullable FieldContract now) {
    if (now == null) {
      breaking.add("no longer takes " + path);
    } else if (!now.type().equals(before.type())) {
      breaking.add("takes " + path + " as " + now.type() + ", no longer as " + before.type());
    } else if (before.optional() && !now.optional()) {
      breaking.add("requires " + path + ", which was optional");
    } else {
      before.options().stream()
          .filter(option -> !now.options().contains(option))
          .forEach(option -> breaking.add("no longer takes " + option + " for " + path));
    }
  }

  private void answered(String path, FieldContract before, @Nullable FieldContract now) {
    if (now == null) {
      breaking.add("no longer answers " + path);
    } else if (!now.type().equals(before.type())) {
      breaking.add("answers " + path + " as " + now.type() + ", no longer as " + before.type());
    } else if (!before.optional() && now.optional()) {
      breaking.add("may leave out " + path + ", which was always there");
    } else {
      now.options().stream()
          .filter(option -> !before.options().contains(option))
          .forEach(option -> additions.add("may answer " + option + " for " + path));
    }
  }

  /** What is required inside of something new and optional asks nothing of an earlier client. */
  private void added(String path, FieldContract field, Map<String, FieldContract> before) {
    if (before.containsKey(path)) {
      return;
    }
    String outer = path.replaceFirst("(\\.[^.\\[{]+|\\[]|\\{})$", "");
    boolean known = !outer.contains(".") || before.containsKey(outer);
    if (known && !field.optional()) {
      breaking.add("requires " + path + ", which no client sends yet");
    } else {
      additions.add("also takes " + path);
    }
  }
}
