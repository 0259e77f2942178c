/** The vocabulary every unit of the product is declared in: routes, nodes, channels, jobs. */
@NullMarked
package dev.heddle.functions.core.catalog;

import org.jspecify.annotations.NullMarked;
