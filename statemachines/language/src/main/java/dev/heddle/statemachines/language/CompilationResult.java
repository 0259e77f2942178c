package dev.heddle.statemachines.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What compiling gave: every issue, and the machine unless one of them is an error. */
public record CompilationResult(List<Issue> issues, @Nullable CompiledMachine machine) {}
