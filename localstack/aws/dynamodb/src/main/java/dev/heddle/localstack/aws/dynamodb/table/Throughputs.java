package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Throughput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how a table is paid. */
final class Throughputs {
  private static final String PATH = "provisionedThroughput.";

  private Throughputs() {}

  /** The provisioned throughput, or null if none is given. */
  static @Nullable Throughput read(Input input) {
    Input given = input.object("ProvisionedThroughput");
    if (given == null) {
      return null;
    }
    Integer read = given.whole("ReadCapacityUnits");
    Integer write = given.whole("WriteCapacityUnits");
    new Constraints()
        .present(PATH + "writeCapacityUnits", write)
        .range(PATH + "writeCapacityUnits", write, 1, Integer.MAX_VALUE)
        .present(PATH + "readCapacityUnits", read)
        .range(PATH + "readCapacityUnits", read, 1, Integer.MAX_VALUE)
        .enforce();
    return new Throughput(Objects.requireNonNull(read), Objects.requireNonNull(write));
  }

  /** The throughput of a table; null if it is paid by request. */
  static @Nullable Throughput ofTable(Input input, boolean payPerRequest) {
    Throughput given = read(input);
    if (payPerRequest && given != null) {
      throw Faults.invalid(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    if (!payPerRequest && given == null) {
      throw Faults.invalid(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    return given;
  }

  /** Whether the request asks for payment by request; absent means as it was. */
  static boolean payPerRequest(Input input, boolean asItWas) {
    String mode = input.text("BillingMode");
    new Constraints().oneOf("billingMode", mode, "PROVISIONED", "PAY_PER_REQUEST").enforce();
    return mode == null ? asItWas : mode.equals("PAY_PER_REQUEST");
  }
}
