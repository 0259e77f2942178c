package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.edge.JsonProtocol.Operation;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.SecretKey;

/** AWS Secrets Manager on SQLite; values are encrypted with a key in the same folder. */
public final class SecretsService implements AwsService {
  private final ServiceDatabase database;
  private final JsonProtocol protocol;

  /** Opens or creates {@code secrets.db} and {@code secrets.key} in the folder. */
  public SecretsService(Path folder, InstantSource clock) {
    this(folder, clock, AwsAccount.LOCAL);
  }

  /** The same in another account or region. */
  public SecretsService(Path folder, InstantSource clock, AwsAccount account) {
    database =
        new ServiceDatabase(
            folder,
            "secrets",
            SecretTable.SCHEMA,
            SecretTable.DUE,
            VersionTable.VERSIONS,
            VersionTable.STAGES);
    SecretVersions values = new SecretVersions(sealing(folder));
    protocol =
        new JsonProtocol(
            "secretsmanager",
            "1.1",
            operations(
                new SecretOperations(database, values, account, clock),
                new SecretValueOperations(database, values, clock),
                new SecretListing(database, clock)));
    database.write(sql -> SecretTable.deleteDue(sql, clock.millis()));
  }

  @Override
  public String name() {
    return "secretsmanager";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return protocol.claims(request);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return protocol.answer(request);
  }

  @Override
  public void close() {
    database.close();
  }

  private SecretCipher sealing(Path folder) {
    try {
      return new SecretCipher(key(folder));
    } catch (IllegalStateException | UncheckedIOException e) {
      database.close();
      throw e;
    }
  }

  /** A lost key is a clear fault, not a fresh key under which nothing opens. */
  private SecretKey key(Path folder) {
    KeyFile file = new KeyFile(folder);
    if (!file.exists() && !database.read(VersionTable::isEmpty)) {
      throw new IllegalStateException(
          "There are secrets in "
              + folder
              + " but secrets.key is missing; restore it from a backup");
    }
    return file.key();
  }

  private static Map<String, Operation> operations(
      SecretOperations secrets, SecretValueOperations values, SecretListing listing) {
    Map<String, Operation> operations = new HashMap<>();
    operations.put("CreateSecret", plain(secrets::create));
    operations.put("DescribeSecret", plain(secrets::describe));
    operations.put("UpdateSecret", plain(secrets::update));
    operations.put("DeleteSecret", plain(secrets::delete));
    operations.put("RestoreSecret", plain(secrets::restore));
    operations.put("TagResource", plain(secrets::tag));
    operations.put("UntagResource", plain(secrets::untag));
    operations.put("GetSecretValue", plain(values::get));
    operations.put("PutSecretValue", plain(values::put));
    operations.put("UpdateSecretVersionStage", plain(values::moveStage));
    operations.put("ListSecretVersionIds", plain(values::versions));
    operations.put(
        "BatchGetSecretValue", plain(input -> values.batch(input, listing.requestedArns(input))));
    operations.put("ListSecrets", plain(listing::list));
    return operations;
  }

  private static Operation plain(Function<RequestInput, Object> work) {
    return (json, request) -> work.apply(new RequestInput(json, "InvalidParameterException"));
  }
}
