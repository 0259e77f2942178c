/**
 * The vocabulary every unit of the product is declared in: routes, nodes, channels, jobs, and the
 * providers of models.
 */
@NullMarked
package dev.heddle.functions.spec.unit;

import org.jspecify.annotations.NullMarked;
