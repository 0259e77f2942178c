package dev.heddle.statemachines.compiler.meaning;

import java.util.EnumSet;
import java.util.Set;

/** What random drawings are drawn with, besides single nodes. */
enum Kind {
  FOR_EACH,
  LOOP,
  AWAIT,
  RUN_WORKFLOW,
  RACE;

  /** All that the compiler knows. */
  static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
}
