/** What is said to a model and what it answers, in records that know no provider. */
@NullMarked
package dev.heddle.functions.spec.model;

import org.jspecify.annotations.NullMarked;
