package dev.heddle.functions.ai.model;

import Heddle.HttpFailed;
import Heddle.HttpStatus;
import Heddle.ModelFailed;
import Heddle.NodeError;
import Heddle.Refused;
import Heddle.TimedOut;
import com.openai.core.ClientOptions;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.services.blocking.chat.ChatCompletionServiceImpl;
import dev.heddle.functions.spec.port.Internet;
import java.time.Duration;

/**
 * Asks one endpoint. The chat service is made directly, not through the SDK's client of everything,
 * so that a packed function carries the classes of chat alone. Retries are the workflow's.
 */
public final class ModelClient {
  private static final int TOO_MANY = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int SHOWN = 500;

  private final Internet internet;
  private final Endpoint endpoint;

  /** A client of this endpoint, through the guard. */
  public ModelClient(Internet internet, Endpoint endpoint) {
    this.internet = internet;
    this.endpoint = endpoint;
  }

  /** Asks; fails with an error of package {@code Heddle}. */
  public Completion ask(ChatCompletionCreateParams question, Duration timeout) {
    try {
      return Completion.of(service(timeout).create(question));
    } catch (Internet.Refused e) {
      throw new Refused(e.getMessage());
    } catch (Internet.Failed e) {
      throw e.timeout() ? new TimedOut(e.getMessage()) : new HttpFailed(e.getMessage());
    } catch (OpenAIServiceException e) {
      throw answered(e);
    } catch (OpenAIException e) {
      throw new ModelFailed("The model's answer is not one of chat completions: " + told(e));
    }
  }

  private ChatCompletionServiceImpl service(Duration timeout) {
    return new ChatCompletionServiceImpl(
        ClientOptions.builder()
            .httpClient(new GuardedTransport(internet, endpoint.key(), timeout))
            .checkJacksonVersionCompatibility(false)
            .disableTelemetry(true)
            .baseUrl(endpoint.baseUrl())
            .apiKey("set by the transport")
            .timeout(timeout)
            .maxRetries(0)
            .build());
  }

  /** What may pass by itself has a name of its own, so that a workflow can try that again. */
  private NodeError answered(OpenAIServiceException e) {
    int status = e.statusCode();
    boolean passing =
        status == TOO_MANY || status == REQUEST_TIMEOUT || status == CONFLICT || status >= 500;
    String sentence = "The model's provider answered " + told(e);
    return passing ? new HttpStatus(sentence) : new ModelFailed(sentence);
  }

  private String told(OpenAIException e) {
    String text = String.valueOf(e.getMessage());
    String clean = endpoint.key().isEmpty() ? text : text.replace(endpoint.key(), "•••");
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
  }
}
