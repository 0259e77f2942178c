/** A call of an HTTP API. */
@NullMarked
package dev.heddle.functions.nodes.http;

import org.jspecify.annotations.NullMarked;
