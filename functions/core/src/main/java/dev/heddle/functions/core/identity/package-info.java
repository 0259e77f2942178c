/** Signing up and in: passwords, tokens, limits on attempts. */
@NullMarked
package dev.heddle.functions.core.identity;

import org.jspecify.annotations.NullMarked;
