package dev.heddle.functions.api;

import dev.heddle.functions.api.approvals.DecideApproval;
import dev.heddle.functions.api.approvals.ListApprovals;
import dev.heddle.functions.api.approvals.ReadApproval;
import dev.heddle.functions.api.approvals.SendEvent;
import dev.heddle.functions.api.auth.LogIn;
import dev.heddle.functions.api.auth.LogOut;
import dev.heddle.functions.api.auth.ReadCurrentUser;
import dev.heddle.functions.api.auth.RefreshSession;
import dev.heddle.functions.api.auth.SignUp;
import dev.heddle.functions.api.platform.CheckHealth;
import dev.heddle.functions.api.platform.CheckReadiness;
import dev.heddle.functions.api.platform.ListNodeTypes;
import dev.heddle.functions.api.platform.ReadNodeType;
import dev.heddle.functions.api.platform.ReadOpenApi;
import dev.heddle.functions.api.runs.ForkRun;
import dev.heddle.functions.api.runs.ListRuns;
import dev.heddle.functions.api.runs.ReadRun;
import dev.heddle.functions.api.runs.ReadRunNodes;
import dev.heddle.functions.api.runs.RedriveRun;
import dev.heddle.functions.api.runs.StartRun;
import dev.heddle.functions.api.runs.StopRun;
import dev.heddle.functions.api.runs.TestNode;
import dev.heddle.functions.api.runs.TestWorkflow;
import dev.heddle.functions.api.secrets.ListSecrets;
import dev.heddle.functions.api.secrets.RemoveSecret;
import dev.heddle.functions.api.secrets.StoreSecret;
import dev.heddle.functions.api.workflows.CompileWorkflow;
import dev.heddle.functions.api.workflows.CreateWorkflow;
import dev.heddle.functions.api.workflows.DeleteWorkflow;
import dev.heddle.functions.api.workflows.ListVersions;
import dev.heddle.functions.api.workflows.ListWorkflows;
import dev.heddle.functions.api.workflows.PublishWorkflow;
import dev.heddle.functions.api.workflows.ReadVersion;
import dev.heddle.functions.api.workflows.ReadWorkflow;
import dev.heddle.functions.api.workflows.RestoreVersion;
import dev.heddle.functions.api.workflows.SaveWorkflow;
import dev.heddle.functions.api.workflows.ValidateWorkflow;
import dev.heddle.functions.spec.unit.Route;
import java.util.List;

/** This room's routes. */
public final class ApiRoutes {
  /** All of them. */
  public static final List<Route<?, ?>> ALL =
      List.of(
          new SignUp(),
          new LogIn(),
          new RefreshSession(),
          new LogOut(),
          new ReadCurrentUser(),
          new ListSecrets(),
          new StoreSecret(),
          new RemoveSecret(),
          new CreateWorkflow(),
          new ListWorkflows(),
          new ReadWorkflow(),
          new SaveWorkflow(),
          new DeleteWorkflow(),
          new ValidateWorkflow(),
          new CompileWorkflow(),
          new PublishWorkflow(),
          new ListVersions(),
          new ReadVersion(),
          new RestoreVersion(),
          new StartRun(),
          new TestWorkflow(),
          new TestNode(),
          new ListRuns(),
          new ReadRun(),
          new ReadRunNodes(),
          new RedriveRun(),
          new ForkRun(),
          new StopRun(),
          new ListApprovals(),
          new ReadApproval(),
          new DecideApproval(),
          new SendEvent(),
          new ListNodeTypes(),
          new ReadNodeType(),
          new ReadOpenApi(),
          new CheckHealth(),
          new CheckReadiness());

  private ApiRoutes() {}
}
