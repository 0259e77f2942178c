package dev.heddle.functions.spec.model;

/** Why a model stopped. */
public enum FinishReason {
  /** It had said everything. */
  STOP,
  /** The longest answer allowed was reached. */
  LENGTH,
  /** It wants tools called. */
  TOOL_CALLS,
  /** The provider held the rest back. */
  CONTENT_FILTER,
  /** A reason that only this provider knows, or none given. */
  OTHER
}
