package dev.heddle.localstack.aws.stepfunctions.store;

import tools.jackson.databind.node.JsonNodeFactory;

/** What stands before a value in packed events. */
final class EventTag {
  static final byte NULL = 0;
  static final byte FALSE = 1;
  static final byte TRUE = 2;
  static final byte TEXT = 3;
  static final byte WHOLE = 4;
  static final byte DECIMAL = 5;
  static final byte OBJECT = 6;
  static final byte ARRAY = 7;

  /** What the first event is stored as the difference to. */
  static final HistoryEvent ORIGIN =
      new HistoryEvent(0, 0, 0, "", JsonNodeFactory.instance.objectNode(), 0);

  private EventTag() {}
}
