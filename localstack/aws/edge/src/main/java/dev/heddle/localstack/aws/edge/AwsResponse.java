package dev.heddle.localstack.aws.edge;

import java.util.Map;

/** The answer of an embedded AWS service. */
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {}
