/** Routes of workflows: drafts, checks, versions. */
@NullMarked
package dev.heddle.functions.api.workflows;

import org.jspecify.annotations.NullMarked;
