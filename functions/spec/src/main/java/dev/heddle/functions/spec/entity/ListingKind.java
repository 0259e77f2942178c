package dev.heddle.functions.spec.entity;

/** The kinds of list, each newest first. An index of the table holds what a list shows. */
public enum ListingKind {
  /** All of a tenant. */
  NEWEST,
  /** Those of one other thing, such as a workflow's runs. */
  BY_PARENT,
  /** Those that stand alike, such as the runs that failed. */
  BY_STANDING
}
