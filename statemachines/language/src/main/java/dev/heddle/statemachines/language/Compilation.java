package dev.heddle.statemachines.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What compiling gave: every issue, and the machine unless one of them is an error. */
public record Compilation(List<Issue> issues, @Nullable Machine machine) {}
