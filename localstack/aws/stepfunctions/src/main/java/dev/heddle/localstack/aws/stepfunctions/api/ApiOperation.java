package dev.heddle.localstack.aws.stepfunctions.api;

import tools.jackson.databind.JsonNode;

/** Answers one operation of the protocol, or throws the service's fault. */
@FunctionalInterface
interface ApiOperation {
  JsonNode answer(OperationRequest request);
}
