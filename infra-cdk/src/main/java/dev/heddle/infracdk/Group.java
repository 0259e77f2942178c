package dev.heddle.infracdk;

import dev.heddle.functions.spec.unit.Unit;

/** The jars: one for each group of units. */
enum Group {
  API("api", "dev.heddle.functions.api."),
  NODES("nodes", "dev.heddle.functions.nodes."),
  AI("ai", "dev.heddle.functions.ai."),
  CHANNELS("channels", "dev.heddle.functions.channels.");

  private final String word;
  private final String room;

  Group(String word, String room) {
    this.word = word;
    this.room = room;
  }

  /** The group whose room a unit lives in. */
  static Group of(Unit unit) {
    String name = unit.getClass().getName();
    for (Group group : values()) {
      if (name.startsWith(group.room)) {
        return group;
      }
    }
    throw new IllegalArgumentException("No jar holds " + name);
  }

  /** The folder's name. */
  String word() {
    return word;
  }

  /** The jar's entry point. */
  String handler() {
    String type = Character.toUpperCase(word.charAt(0)) + word.substring(1) + "Handler";
    return "dev.heddle.functions.lambda." + word + "." + type + "::handleRequest";
  }
}
