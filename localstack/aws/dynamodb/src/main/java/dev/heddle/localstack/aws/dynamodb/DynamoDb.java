package dev.heddle.localstack.aws.dynamodb;

import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.stream.StreamDelivery;
import dev.heddle.localstack.aws.dynamodb.stream.StreamRecord;
import dev.heddle.localstack.aws.dynamodb.table.BackfillWorker;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * DynamoDB and DynamoDB Streams on one SQLite file; an answered write is on disk. Tables are in the
 * region us-east-1 of the account 000000000000, whatever the request was signed for.
 */
public final class DynamoDb implements AwsService {
  private final DynamoDbStore store;
  private final BackfillWorker backfill;
  private final RetentionSweeper housekeeping;
  private final JsonProtocol tables;
  private final JsonProtocol streams;
  // Listeners come and go while close() walks over the list.
  private final List<StreamDelivery> deliveries = new CopyOnWriteArrayList<>();

  /** Opens or creates the data in the folder, which must be no other process's. */
  public DynamoDb(Path folder, InstantSource clock) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
    }
    store = DynamoDbStore.open(folder, clock);
    backfill = new BackfillWorker(store);
    housekeeping = new RetentionSweeper(store);
    tables = DynamoDbOperations.tables(store, backfill);
    streams = DynamoDbOperations.streams(store);
  }

  /**
   * Calls the listener with every change from now on of tables that have a stream, in order, after
   * it is on disk; close what this answers to end it. Changes while no listener is registered are
   * to be had from the stream itself, for 24 hours.
   */
  public AutoCloseable onChange(Consumer<StreamRecord> listener) {
    var delivery = new StreamDelivery(store, listener);
    deliveries.add(delivery);
    return () -> {
      deliveries.remove(delivery);
      delivery.close();
    };
  }

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return tables.claims(request) || streams.claims(request);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    AwsResponse response =
        streams.claims(request) ? streams.answer(request) : tables.answer(request);
    Map<String, String> headers = new HashMap<>(response.headers());
    var crc = new CRC32();
    crc.update(response.body());
    headers.put("x-amz-crc32", Long.toString(crc.getValue()));
    headers.put("x-amzn-requestid", requestId());
    return new AwsResponse(response.status(), headers, response.body());
  }

  private static String requestId() {
    return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() {
    // Those that read and write by themselves end before the store does.
    deliveries.forEach(StreamDelivery::close);
    housekeeping.close();
    backfill.close();
    store.close();
  }
}
