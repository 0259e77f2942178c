/** Workflows, versions, builds and webhook addresses, as items. */
@NullMarked
package dev.heddle.functions.aws.entity.workflow;

import org.jspecify.annotations.NullMarked;
