/** Sign-ups, sessions, workspaces and limits on attempts, as items. */
@NullMarked
package dev.heddle.functions.aws.entity.account;

import org.jspecify.annotations.NullMarked;
