/** Signing up, in and out; who a caller is. */
@NullMarked
package dev.heddle.functions.api.auth;

import org.jspecify.annotations.NullMarked;
