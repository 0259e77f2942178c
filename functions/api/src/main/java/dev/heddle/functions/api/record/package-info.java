/** The one writer of what runs did: from the execution log to the record and to who watches. */
@NullMarked
package dev.heddle.functions.api.record;

import org.jspecify.annotations.NullMarked;
