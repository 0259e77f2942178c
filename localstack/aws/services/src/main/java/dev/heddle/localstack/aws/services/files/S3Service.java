package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.edge.XmlProtocol;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The part of Amazon S3 that applications use, objects included in SQLite. It claims every path
 * that isn't signed for another service, so it stands last in an edge's list.
 */
public final class S3Service implements AwsService {
  private static final System.Logger LOG = System.getLogger(S3Service.class.getName());
  private static final long SWEEP_MINUTES = 10;

  private final ServiceDatabase database;
  private final InstantSource clock;
  private final S3Routes routes;
  private final LifeCycleSweeper lifeCycle;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("files-sweeper").factory());

  /** Opens or creates {@code files.db} in the folder. */
  public S3Service(Path folder, InstantSource clock) {
    this(folder, clock, AwsAccount.LOCAL);
  }

  /** The same in another account or region. */
  public S3Service(Path folder, InstantSource clock, AwsAccount account) {
    this.clock = clock;
    database =
        new ServiceDatabase(
            folder,
            "files",
            BucketTable.SCHEMA,
            ObjectTable.SCHEMA,
            ObjectTable.BY_VERSION,
            ObjectTable.LATEST,
            ContentTable.SCHEMA,
            ContentTable.BY_CONTENT,
            UploadTable.UPLOADS,
            UploadTable.PARTS);
    routes = new S3Routes(database, account, clock);
    lifeCycle = new LifeCycleSweeper(database, clock);
    sweeper.scheduleWithFixedDelay(lifeCycle::sweep, 0, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return request.signedService().map("s3"::equals).orElse(true)
        && request.header("x-amz-target").isEmpty();
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-amz-request-id", UUID.randomUUID().toString());
    AwsResponse answer = answerOrError(request);
    headers.putAll(answer.headers());
    return new AwsResponse(answer.status(), headers, answer.body());
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
    database.close();
  }

  /** Removes now what the life cycles say is old enough, which otherwise happens in minutes. */
  void sweep() {
    lifeCycle.sweep();
  }

  private AwsResponse answerOrError(AwsRequest request) {
    try {
      S3Call call = S3Call.of(request);
      PresignedUrl.check(call.query(), clock.instant());
      return routes.answer(call);
    } catch (AwsFault fault) {
      return XmlProtocol.restError(fault);
    } catch (RuntimeException failure) { // the door: a bug is a 500, not a hang-up
      LOG.log(System.Logger.Level.ERROR, "s3 failed", failure);
      return XmlProtocol.restError(
          new AwsFault(500, "InternalError", "The embedded S3 failed; see its log"));
    }
  }
}
