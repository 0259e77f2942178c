package dev.heddle.localstack.host.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A property of a schema: what it is called, what is said of it, and what it must look like. */
record SchemaField(String name, JsonNode schema) {

  /** The words of its name. */
  List<String> words() {
    return WordStems.ofName(name);
  }

  boolean isNamed(Set<String> any) {
    return words().stream().anyMatch(any::contains);
  }

  String description() {
    return schema.path("description").asString("") + " " + schema.path("title").asString("");
  }

  /** The stems of its name and description. */
  List<String> stems() {
    List<String> stems = new ArrayList<>(WordStems.stems(String.join(" ", words())));
    stems.addAll(WordStems.stems(description()));
    return stems;
  }

  SchemaField of(JsonNode other) {
    return new SchemaField(name, other);
  }
}
