package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds and opens versions; the same token with the same value again changes nothing. */
final class SecretVersions {
  private final SecretCipher secretCipher;

  SecretVersions(SecretCipher secretCipher) {
    this.secretCipher = secretCipher;
  }

  /** The version id that a request asks for, or a fresh one. */
  static String token(RequestInput input) {
    Optional<String> token = input.text("ClientRequestToken");
    if (token.filter(id -> id.length() < 32 || id.length() > 64).isPresent()) {
      throw input.invalid("ClientRequestToken must have 32 to 64 characters.");
    }
    return token.orElseGet(() -> UUID.randomUUID().toString());
  }

  void add(
      SqlConnection sql, Secret secret, String id, SecretValue value, List<String> stages, long now)
      throws SQLException {
    Optional<SecretVersion> known = VersionTable.byId(sql, secret, id);
    if (known.isPresent()) {
      refuseOther(secret, known.get(), value);
      return;
    }
    SecretVersion version = new SecretVersion(id, now, new byte[0], stages);
    byte[] sealed = secretCipher.encrypt(value, version.place(secret));
    VersionTable.insert(sql, secret, new SecretVersion(id, now, sealed, stages));
    for (String stage : stages) {
      VersionTable.stage(sql, secret, stage, id);
    }
    SecretTable.markChanged(sql, secret, now);
  }

  boolean holds(Secret secret, SecretVersion version, SecretValue value) {
    return open(secret, version).sameAs(value);
  }

  SecretValue open(Secret secret, SecretVersion version) {
    return secretCipher.decrypt(version.sealed(), version.place(secret));
  }

  private void refuseOther(Secret secret, SecretVersion known, SecretValue value) {
    if (!holds(secret, known, value)) {
      throw new AwsFault(
          "ResourceExistsException",
          "You can't use ClientRequestToken "
              + known.id()
              + " because that value is already in use for a version of secret "
              + secret.name()
              + ".");
    }
  }
}
