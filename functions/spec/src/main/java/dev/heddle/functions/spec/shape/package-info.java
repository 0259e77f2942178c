/** Records as shapes: what forms, checks, documents and JSON derive from. */
@NullMarked
package dev.heddle.functions.spec.shape;

import org.jspecify.annotations.NullMarked;
