/** Workflows, their drafts and published versions. */
@NullMarked
package dev.heddle.functions.spec.workflow;

import org.jspecify.annotations.NullMarked;
