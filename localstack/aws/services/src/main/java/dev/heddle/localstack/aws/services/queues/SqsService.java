package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.edge.JsonProtocol.Operation;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Amazon SQS on SQLite: what it answered for survives a crash, and receivers wait idly. */
public final class SqsService implements AwsService {
  private static final System.Logger LOG = System.getLogger(SqsService.class.getName());
  private static final long SWEEP_SECONDS = 60;

  private final ServiceDatabase database;
  private final QueueTable queues;
  private final MessageTable messages;
  private final ArrivalSignals arrivalSignals = new ArrivalSignals();
  private final QueueOperations administration;
  private final InstantSource clock;
  private final JsonProtocol protocol;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("queues-sweeper").factory());

  /** Opens or creates {@code queues.db} in the folder. */
  public SqsService(Path folder, InstantSource clock) {
    this(folder, clock, AwsAccount.LOCAL);
  }

  /** The same in another account or region. */
  public SqsService(Path folder, InstantSource clock, AwsAccount account) {
    this.clock = clock;
    database = new ServiceDatabase(folder, "queues", schema());
    queues = new QueueTable(database);
    messages = new MessageTable(database);
    QueueNames names = new QueueNames(account);
    administration = new QueueOperations(queues, messages, names, clock);
    protocol = new JsonProtocol("AmazonSQS", "1.0", operations(names));
    // Reads filter what has expired; this only gives back the disk, so once a minute is enough.
    sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public String name() {
    return "sqs";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return protocol.claims(request);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return QueryErrorCodes.withQueryErrorCode(protocol.answer(request));
  }

  /**
   * Runs the listener, briefly and on a foreign thread, whenever messages may have become visible
   * by a send, a move or a change; not when a delay or visibility timeout merely runs out (a long
   * poll wakes up for that). Close what it answers to stop.
   */
  public AutoCloseable onArrival(String queue, Runnable listener) {
    return arrivalSignals.listen(queue, listener);
  }

  @Override
  public void close() {
    // First: receivers that wait would otherwise hold their connections for up to twenty seconds,
    // and wake up to a closed database.
    arrivalSignals.close();
    sweeper.shutdownNow();
    database.close();
  }

  private Map<String, Operation> operations(QueueNames names) {
    Map<String, Operation> operations = new HashMap<>();
    operations.putAll(administrative());
    operations.putAll(messaging(names));
    operations.putAll(moving());
    return operations;
  }

  private Map<String, Operation> administrative() {
    return Map.of(
        "CreateQueue", (input, request) -> administration.create(input(input), request),
        "DeleteQueue", plain(administration::delete),
        "GetQueueUrl", (input, request) -> administration.url(input(input), request),
        "ListQueues", (input, request) -> administration.list(input(input), request),
        "ListDeadLetterSourceQueues",
            (input, request) -> administration.listSources(input(input), request),
        "GetQueueAttributes", plain(administration::attributes),
        "SetQueueAttributes", plain(administration::setAttributes),
        "ListQueueTags", plain(administration::tags),
        "TagQueue", plain(administration::tag),
        "UntagQueue", plain(administration::untag));
  }

  private Map<String, Operation> messaging(QueueNames names) {
    var messageSender = new MessageSender(database, messages, arrivalSignals, clock);
    var messageReceiver =
        new MessageReceiver(database, queues, messages, arrivalSignals, names, clock);
    var messageSettlement = new MessageSettlement(database, messages, arrivalSignals, clock);
    return Map.of(
        "SendMessage", onQueue(messageSender::send),
        "SendMessageBatch", onQueue(messageSender::sendBatch),
        "ReceiveMessage", onQueue(messageReceiver::receive),
        "DeleteMessage", onQueue(messageSettlement::delete),
        "DeleteMessageBatch", onQueue(messageSettlement::deleteBatch),
        "ChangeMessageVisibility", onQueue(messageSettlement::changeVisibility),
        "ChangeMessageVisibilityBatch", onQueue(messageSettlement::changeVisibilityBatch),
        "PurgeQueue", plain(administration::purge));
  }

  private Map<String, Operation> moving() {
    var mover = new MoveTaskRunner(database, queues, arrivalSignals, clock);
    var moves = new MoveTaskOperations(database, queues, administration, mover, clock);
    moves.resume();
    return Map.of(
        "StartMessageMoveTask", plain(moves::start),
        "ListMessageMoveTasks", plain(moves::list),
        "CancelMessageMoveTask", plain(moves::cancel));
  }

  private Operation onQueue(BiFunction<SqsQueue, RequestInput, Object> work) {
    return plain(input -> work.apply(administration.queue(input), input));
  }

  private static Operation plain(Function<RequestInput, Object> work) {
    return (input, request) -> work.apply(input(input));
  }

  private static RequestInput input(ObjectNode json) {
    return new RequestInput(json, "InvalidParameterValue");
  }

  private void sweep() {
    try {
      queues.all().forEach(queue -> messages.expire(queue, clock.millis()));
    } catch (RuntimeException e) { // the timer would never call again
      LOG.log(System.Logger.Level.ERROR, "Old messages cannot be removed", e);
    }
  }

  private static String[] schema() {
    String[] schema = new String[MessageTable.SCHEMA.length + 2];
    System.arraycopy(MessageTable.SCHEMA, 0, schema, 0, MessageTable.SCHEMA.length);
    schema[schema.length - 2] = QueueTable.SCHEMA;
    schema[schema.length - 1] = MoveTask.SCHEMA;
    return schema;
  }
}
