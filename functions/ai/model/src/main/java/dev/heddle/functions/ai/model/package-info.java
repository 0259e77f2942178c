/** How this room asks chat models: which one, where, with which key, and what answers must fit. */
@NullMarked
package dev.heddle.functions.ai.model;

import org.jspecify.annotations.NullMarked;
