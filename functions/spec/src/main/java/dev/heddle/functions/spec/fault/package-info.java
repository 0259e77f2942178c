/** What can go wrong for a caller, as data. */
@NullMarked
package dev.heddle.functions.spec.fault;

import org.jspecify.annotations.NullMarked;
