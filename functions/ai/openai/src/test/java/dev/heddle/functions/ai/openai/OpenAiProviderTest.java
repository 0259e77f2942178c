package dev.heddle.functions.ai.openai;

import dev.heddle.functions.ai.model.ModelProviderContract;
import dev.heddle.functions.ai.model.ProviderServer;
import dev.heddle.functions.spec.unit.ModelProvider;
import java.io.IOException;

class OpenAiProviderTest extends ModelProviderContract {

  @Override
  protected ModelProvider provider() {
    return new OpenAiProvider();
  }

  @Override
  protected ProviderServer server() throws IOException {
    return new FakeProvider();
  }
}
