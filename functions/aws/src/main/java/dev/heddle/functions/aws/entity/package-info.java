/** Every stored entity with its store, and what follows: tables, keys, what a unit opens. */
@NullMarked
package dev.heddle.functions.aws.entity;

import org.jspecify.annotations.NullMarked;
