package dev.heddle.functions.ai.openai;

import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.port.OutboundHttp;
import dev.heddle.functions.spec.unit.ModelProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** OpenAI, and every other endpoint that speaks its chat completions. */
public final class OpenAiProvider implements ModelProvider {

  @Override
  public ProviderSpec spec() {
    Set<Capability> all = EnumSet.allOf(Capability.class);
    return new ProviderSpec(
        DEFAULT,
        "OpenAI-compatible",
        "",
        List.of(new ModelSpec("gpt-4o-mini", all), new ModelSpec("gpt-4o", all)),
        "gpt-4o-mini");
  }

  @Override
  public ChatModel open(OutboundHttp internet, ModelEndpoint endpoint) {
    return new OpenAiModel(internet, endpoint);
  }
}
