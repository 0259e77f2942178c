package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.ProvisionedThroughput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how a table is paid. */
final class ThroughputReader {
  private static final String PATH = "provisionedThroughput.";

  private ThroughputReader() {}

  /** The provisioned throughput, or null if none is given. */
  static @Nullable ProvisionedThroughput read(InputStructure input) {
    InputStructure given = input.object("ProvisionedThroughput");
    if (given == null) {
      return null;
    }
    Integer read = given.whole("ReadCapacityUnits");
    Integer write = given.whole("WriteCapacityUnits");
    new RequestConstraints()
        .present(PATH + "writeCapacityUnits", write)
        .range(PATH + "writeCapacityUnits", write, 1, Integer.MAX_VALUE)
        .present(PATH + "readCapacityUnits", read)
        .range(PATH + "readCapacityUnits", read, 1, Integer.MAX_VALUE)
        .enforce();
    return new ProvisionedThroughput(Objects.requireNonNull(read), Objects.requireNonNull(write));
  }

  /** The throughput of a table; null if it is paid by request. */
  static @Nullable ProvisionedThroughput ofTable(InputStructure input, boolean payPerRequest) {
    ProvisionedThroughput given = read(input);
    if (payPerRequest && given != null) {
      throw DynamoDbFaults.invalid(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    if (!payPerRequest && given == null) {
      throw DynamoDbFaults.invalid(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    return given;
  }

  /** Whether the request asks for payment by request; absent means as it was. */
  static boolean payPerRequest(InputStructure input, boolean asItWas) {
    String mode = input.text("BillingMode");
    new RequestConstraints().oneOf("billingMode", mode, "PROVISIONED", "PAY_PER_REQUEST").enforce();
    return mode == null ? asItWas : mode.equals("PAY_PER_REQUEST");
  }
}
