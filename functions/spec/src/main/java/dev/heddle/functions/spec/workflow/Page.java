package dev.heddle.functions.spec.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; {@code nextCursor} is opaque, and null at the end. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
