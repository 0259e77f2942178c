package dev.heddle.functions.catalog;

import dev.heddle.functions.ai.openai.OpenAiProvider;
import dev.heddle.functions.spec.unit.ModelProvider;
import java.util.List;

/** The providers of models, the one first that is asked where nothing names one. */
public final class Providers {
  /** All of them. */
  public static final List<ModelProvider> ALL = List.of(new OpenAiProvider());

  private Providers() {}
}
