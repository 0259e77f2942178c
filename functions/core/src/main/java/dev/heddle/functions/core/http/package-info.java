/** One request to a web API as builders describe it, and its answer as they read it. */
@NullMarked
package dev.heddle.functions.core.http;

import org.jspecify.annotations.NullMarked;
