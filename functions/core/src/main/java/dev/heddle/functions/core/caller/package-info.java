/** Who asks: roles, tenants, members. */
@NullMarked
package dev.heddle.functions.core.caller;

import org.jspecify.annotations.NullMarked;
