package dev.heddle.functions.spec.model;

import java.util.function.Consumer;

/**
 * The models of one provider behind one endpoint. Nothing is tried again: retries are the
 * workflow's, so that they are seen and counted.
 */
public interface ChatModel {

  /**
   * Asks, and waits for the whole answer.
   *
   * @throws Heddle.HttpStatus when what the provider answered may pass: 408, 409, 429, 5xx
   * @throws Heddle.HttpFailed when no answer came, or not all of it
   * @throws Heddle.TimedOut when it did not come in time
   * @throws Heddle.Refused when the address may not be called
   * @throws Heddle.ModelFailed when the provider answered another error, the model refused, or what
   *     came is no answer
   */
  ModelResponse ask(ModelRequest question);

  /** The same; each piece is handed on as it comes, before the whole is returned. */
  ModelResponse stream(ModelRequest question, Consumer<ModelResponseDelta> pieces);
}
