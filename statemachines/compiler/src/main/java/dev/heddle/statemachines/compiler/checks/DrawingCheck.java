package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import java.util.List;

/** One validation rule (lint) that drawings are held to before they are compiled. */
public interface DrawingCheck {

  /** Reports where a drawing breaks the rule; it never throws, whatever the drawing holds. */
  void check(Drawing drawing, Diagnostics problems);

  /** All checks, in the order their problems are shown. */
  static List<DrawingCheck> all(ResourceNames resources) {
    return List.of(
        new IdsAreNames(),
        new ContainersHoldNodes(),
        new PortsExist(),
        new TriggersStartRuns(),
        new WaysNeverReturn(),
        new EveryNodeIsReachable(),
        new CasesAreTold(),
        new MergesCanBeMet(),
        new ExpressionsAreSound(),
        new ReferencesAreAncestors(),
        new FieldsAreKnown(),
        new OnlyCallsAreRepeated(),
        new FailuresGoSomewhere(),
        new IdleNodesPassOn(),
        new AnswersAreAlone(),
        new AnswersHaveCallers(),
        new WorkflowsArePublished(resources),
        new ExpressLastsShortly(),
        new SecretsStayOut());
  }
}
