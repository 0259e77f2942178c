/** Answers kept under callers' idempotency keys, as items. */
@NullMarked
package dev.heddle.functions.aws.entity.idempotency;

import org.jspecify.annotations.NullMarked;
