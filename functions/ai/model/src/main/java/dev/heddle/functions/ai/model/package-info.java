/** How this room asks chat models: address, key, limits, schemas, and the SDK behind the guard. */
@NullMarked
package dev.heddle.functions.ai.model;

import org.jspecify.annotations.NullMarked;
