package dev.heddle.localstack.aws.stepfunctions.port;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import java.util.concurrent.CompletionStage;

/** Calls the other services by their own JSON protocols. */
@FunctionalInterface
public interface AwsCaller {

  /** Begins a call and does not wait for it. */
  CompletionStage<AwsResponse> call(AwsRequest request);
}
