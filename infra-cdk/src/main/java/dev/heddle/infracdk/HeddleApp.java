package dev.heddle.infracdk;

import dev.heddle.functions.catalog.Catalog;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

/** The app that `cdk` runs: synthesises every stack and refuses what cdk-nag finds. */
public final class HeddleApp {
  private HeddleApp() {}

  /** Synthesises into the folder the CDK command names. */
  public static void main(String[] arguments) {
    App app = new App();
    DeploymentConfig deployment =
        DeploymentConfig.of(app, Path.of(System.getProperty("heddle.root", "..")));
    HeddleStacks.of(app, deployment, Catalog.HEDDLE, new BuiltJars(deployment.root()));
    Aspects.of(app).add(new AwsSolutionsChecks());
    app.synth();
  }
}
