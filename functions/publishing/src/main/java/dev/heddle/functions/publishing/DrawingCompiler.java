package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.statemachines.compiler.Compiler;
import dev.heddle.statemachines.compiler.drawing.ResumePoint;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.Issue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns drawings into machines, or refuses them with every issue. */
public final class DrawingCompiler {
  private static final int HASH_BYTES = 12;

  private final DeploymentSettings settings;

  private DrawingCompiler(DeploymentSettings settings) {
    this.settings = settings;
  }

  /** Drawings compiled for a deployment. */
  public static DrawingCompiler of(DeploymentSettings settings) {
    return new DrawingCompiler(settings);
  }

  /**
   * What a drawing compiles to: no machine if it has errors, of whatever kind.
   *
   * @param published what callers of a workflow get, of those that it may run
   */
  public CompilationResult compile(
      Function<String, Optional<WorkflowBuild>> published, JsonNode graph) {
    return with(DrawnTriggers.of(graph).issues(), compiler(published).compile(graph));
  }

  private static CompilationResult with(List<Issue> more, CompilationResult compilation) {
    List<Issue> all = Stream.concat(compilation.issues().stream(), more.stream()).toList();
    return new CompilationResult(all, hasErrors(more) ? null : compilation.machine());
  }

  static boolean hasErrors(List<Issue> issues) {
    return issues.stream().anyMatch(issue -> issue.severity() == Issue.Severity.ERROR);
  }

  /** The compiler of a tenant's drawings. */
  public Compiler compiler(Function<String, Optional<WorkflowBuild>> published) {
    return new Compiler(GeneratedCatalog.vocabulary(), TenantResources.of(settings, published));
  }

  /** Everything that is wrong with a drawing. */
  public List<Issue> issues(Function<String, Optional<WorkflowBuild>> published, JsonNode graph) {
    return compile(published, graph).issues();
  }

  /** The machine of a drawing; a fault unpublishable if it has errors. */
  public CompiledMachine machine(
      Function<String, Optional<WorkflowBuild>> published, JsonNode graph) {
    return machine(compile(published, graph));
  }

  /** The machine of a drawing that goes on from a recorded run; a fault unpublishable if none. */
  CompiledMachine resume(
      Function<String, Optional<WorkflowBuild>> published, JsonNode graph, ResumePoint resume) {
    return machine(compiler(published).resume(graph, resume));
  }

  private static CompiledMachine machine(CompilationResult compilation) {
    CompiledMachine machine = compilation.machine();
    if (machine == null) {
      throw new Fault(new Problem.Unpublishable(compilation.issues()));
    }
    return machine;
  }

  /** A draft's build id: the same for as long as drawing and compiler give the same machine. */
  static String draftId(JsonNode graph, CompiledMachine machine) {
    MessageDigest digest = sha256();
    digest.update(graph.toString().getBytes(StandardCharsets.UTF_8));
    digest.update(machine.definition().toString().getBytes(StandardCharsets.UTF_8));
    return "d" + HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
