package dev.heddle.localstack.host.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The web's API types, which its own tool writes from the description that was just written. */
record WebTypes(Path root) {
  private static final String BY_HAND = "cd web && npm ci && npm run generate";

  /** Rewrites them and says so; where npm has installed nothing, it says what to do instead. */
  void write() {
    Path web = root.resolve("web");
    if (!Files.isDirectory(web.resolve("node_modules/openapi-typescript"))) {
      System.out.println("the web's API types are left as they are; for those: " + BY_HAND);
      return;
    }
    if (!npm(web)) {
      throw new IllegalStateException("The web's API types could not be written: " + BY_HAND);
    }
    System.out.println("the web's API types are up to date");
  }

  private static boolean npm(Path web) {
    var npm = new ProcessBuilder("npm", "run", "--silent", "generate");
    try {
      return npm.directory(web.toFile()).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
