/** People, their workspaces and what keeps them signed in. */
@NullMarked
package dev.heddle.functions.spec.account;

import org.jspecify.annotations.NullMarked;
