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

        Checks the catalog and rewrites openapi.gen.json, node-types.gen.json, the pins of what is
        new, the generated tables of the READMEs and, where npm has installed the web's tools, the
        web's API types. It refuses while a node type or a route breaks what it promised to stored
        workflows or written clients. Commit what it writes.
        """;
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions.of(arguments, Set.of(), Set.of()).noWords();
    List<String> problems = CatalogCheck.problems(Catalog.HEDDLE);
    if (!problems.isEmpty()) {
      throw CommandRefusal.of("the catalog has errors:\n  " + String.join("\n  ", problems));
    }
    Path root = Path.of(System.getProperty("heddle.root", "."));
    GeneratedFiles generated = new GeneratedFiles(Catalog.HEDDLE, root);
    if (!generated.broken().isEmpty()) {
      throw CommandRefusal.of(String.join("\n", generated.broken()));
    }
    generated.grown().forEach(System.out::println);
    List<String> written = generated.write();
    written.forEach(name -> System.out.println("wrote " + name));
    if (written.isEmpty()) {
      System.out.println("everything is up to date");
    }
    new WebTypes(root).write();
    return 0;
  }
}
