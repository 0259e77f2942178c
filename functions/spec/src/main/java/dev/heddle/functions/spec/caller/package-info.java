/** Who asks: roles, tenants, members. */
@NullMarked
package dev.heddle.functions.spec.caller;

import org.jspecify.annotations.NullMarked;
