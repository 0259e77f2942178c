/** All units of the product in one list, checked, and the files that are generated from them. */
@NullMarked
package dev.heddle.functions.catalog;

import org.jspecify.annotations.NullMarked;
