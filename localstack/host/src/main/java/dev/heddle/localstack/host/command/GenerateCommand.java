package dev.heddle.localstack.host.command;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.catalog.CatalogCheck;
import dev.heddle.functions.catalog.GeneratedFiles;
import dev.heddle.localstack.lab.command.CommandOptions;
import dev.heddle.localstack.lab.command.CommandRefusal;
import dev.heddle.localstack.lab.command.HeddleCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Rewrites the files that are generated from the catalog. */
final class GenerateCommand implements HeddleCommand {

  @Override
  public String word() {
    return "generate";
  }

  @Override
  public String summary() {
    return "rewrite the files generated from the catalog";
  }

  @Override
  public String help() {
    return """
        Usage: localstack/heddle generate

        Checks the catalog and rewrites openapi.gen.json, node-types.gen.json and the pins of new
        node types. Commit what it writes.
        """;
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions.of(arguments, Set.of(), Set.of()).noWords();
    List<String> problems = CatalogCheck.problems(Catalog.HEDDLE);
    if (!problems.isEmpty()) {
      throw CommandRefusal.of("the catalog has errors:\n  " + String.join("\n  ", problems));
    }
    GeneratedFiles generated =
        new GeneratedFiles(Catalog.HEDDLE, Path.of(System.getProperty("heddle.root", ".")));
    if (!generated.broken().isEmpty()) {
      throw CommandRefusal.of(String.join("\n", generated.broken()));
    }
    List<String> written = generated.write();
    written.forEach(name -> System.out.println("wrote " + name));
    if (written.isEmpty()) {
      System.out.println("everything is up to date");
    }
    return 0;
  }
}
