/** Workflows, their drafts and published versions. */
@NullMarked
package dev.heddle.functions.core.workflow;

import org.jspecify.annotations.NullMarked;
