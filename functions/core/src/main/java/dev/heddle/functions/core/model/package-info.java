/** Model providers, opened for a deployment. */
@NullMarked
package dev.heddle.functions.core.model;

import org.jspecify.annotations.NullMarked;
