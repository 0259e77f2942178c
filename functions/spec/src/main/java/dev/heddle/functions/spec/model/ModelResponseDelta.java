package dev.heddle.functions.spec.model;

/** A piece of an answer that is still being given. */
public sealed interface ModelResponseDelta {

  /** More words. */
  record Text(String text) implements ModelResponseDelta {}

  /**
   * More of a call of a tool.
   *
   * @param index which of the answer's calls, from 0
   * @param id the call's, empty but in its first piece
   * @param name the tool's, empty but in the call's first piece
   * @param arguments the next piece of their JSON text
   */
  record Call(int index, String id, String name, String arguments) implements ModelResponseDelta {}
}
