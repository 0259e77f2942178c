/** Between the events of AWS and the units: decode, authorise, check, call, encode. */
@NullMarked
package dev.heddle.functions.core.door;

import org.jspecify.annotations.NullMarked;
