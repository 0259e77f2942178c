package dev.heddle.functions.ai.openai;

import Heddle.HttpFailed;
import Heddle.HttpStatus;
import Heddle.ModelFailed;
import Heddle.NodeError;
import Heddle.Refused;
import Heddle.TimedOut;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import dev.heddle.functions.spec.port.OutboundHttp;
import java.util.function.Supplier;

/** What can go wrong on the way to a model and back, as errors of package {@code Heddle}. */
record SdkErrors(String key) {
  private static final int TOO_MANY = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int SHOWN = 500;

  /** What the call gives; fails with an error of package {@code Heddle}. */
  <T> T named(Supplier<T> call) {
    try {
      return call.get();
    } catch (OutboundHttp.Refused e) {
      throw new Refused(e.getMessage());
    } catch (OutboundHttp.Failed e) {
      throw failed(e);
    } catch (OpenAIServiceException e) {
      throw serviceError(e);
    } catch (OpenAIException e) {
      throw unreadable(e);
    }
  }

  private static NodeError failed(OutboundHttp.Failed e) {
    return e.timeout() ? new TimedOut(e.getMessage()) : new HttpFailed(e.getMessage());
  }

  /** What broke off while the SDK read it is not what the model answered, and may pass. */
  private NodeError unreadable(OpenAIException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof OutboundHttp.Failed broken) {
        return failed(broken);
      }
    }
    return new ModelFailed("The provider's response isn't a valid chat completion: " + message(e));
  }

  /** What may pass by itself has a name of its own, so that a workflow can try that again. */
  private NodeError serviceError(OpenAIServiceException e) {
    int status = e.statusCode();
    boolean passing =
        status == TOO_MANY || status == REQUEST_TIMEOUT || status == CONFLICT || status >= 500;
    String sentence = "The model's provider responded with " + message(e);
    return passing ? new HttpStatus(sentence) : new ModelFailed(sentence);
  }

  /** Providers repeat the key they refuse. */
  private String message(OpenAIException e) {
    String text = String.valueOf(e.getMessage());
    String clean = key.isEmpty() ? text : text.replace(key, "•••");
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
  }
}
