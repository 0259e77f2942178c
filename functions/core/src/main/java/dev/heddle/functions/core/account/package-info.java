/** People, their workspaces and what keeps them signed in. */
@NullMarked
package dev.heddle.functions.core.account;

import org.jspecify.annotations.NullMarked;
