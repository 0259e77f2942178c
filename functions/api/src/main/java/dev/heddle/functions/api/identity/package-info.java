/** Signing up and in: passwords, tokens, limits on attempts. */
@NullMarked
package dev.heddle.functions.api.identity;

import org.jspecify.annotations.NullMarked;
