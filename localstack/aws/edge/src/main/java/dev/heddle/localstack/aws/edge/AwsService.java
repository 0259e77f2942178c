package dev.heddle.localstack.aws.edge;

/** One embedded AWS service: it says which requests are its own and answers them, on any thread. */
public interface AwsService extends AutoCloseable {

  /** The name it is listed under, such as {@code dynamodb}. */
  String name();

  /** Whether the request is for this service, told by target header, path or credential scope. */
  boolean claims(AwsRequest request);

  /**
   * Answers a request it claims; a refusal is an answer in the service's own shape, not a throw.
   */
  AwsResponse answer(AwsRequest request);

  /** Stops its threads and releases its files; what was acknowledged is already durable. */
  @Override
  void close();
}
