package dev.heddle.statemachines;

import dev.heddle.statemachines.vocabulary.Vocabulary;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compiles graph documents to state machines, or says everything that is wrong with them. */
public final class Compiler {
  private final Vocabulary vocabulary;
  private final Functions functions;

  /** A compiler for these node types, whose functions have these names. */
  public Compiler(Vocabulary vocabulary, Functions functions) {
    this.vocabulary = vocabulary;
    this.functions = functions;
  }

  /** Compiles a document, whatever it holds; it never throws for what a document says. */
  public Compilation compile(JsonNode document) {
    throw new IllegalStateException("under construction " + vocabulary + functions + document);
  }

  /** Only the issues. */
  public List<Issue> check(JsonNode document) {
    return compile(document).issues();
  }
}
