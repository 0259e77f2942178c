package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.Input;
import dev.heddle.localstack.aws.services.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds and opens versions; the same token with the same value again changes nothing. */
final class Values {
  private final Sealing sealing;

  Values(Sealing sealing) {
    this.sealing = sealing;
  }

  /** The version id that a request asks for, or a fresh one. */
  static String token(Input input) {
    Optional<String> token = input.text("ClientRequestToken");
    if (token.filter(id -> id.length() < 32 || id.length() > 64).isPresent()) {
      throw input.invalid("ClientRequestToken must have 32 to 64 characters.");
    }
    return token.orElseGet(() -> UUID.randomUUID().toString());
  }

  void add(Sql sql, Secret secret, String id, SecretValue value, List<String> stages, long now)
      throws SQLException {
    Optional<Version> known = VersionTable.byId(sql, secret, id);
    if (known.isPresent()) {
      refuseOther(secret, known.get(), value);
      return;
    }
    Version version = new Version(id, now, new byte[0], stages);
    byte[] sealed = sealing.seal(value, version.place(secret));
    VersionTable.insert(sql, secret, new Version(id, now, sealed, stages));
    for (String stage : stages) {
      VersionTable.stage(sql, secret, stage, id);
    }
    SecretTable.changed(sql, secret, now);
  }

  boolean holds(Secret secret, Version version, SecretValue value) {
    return open(secret, version).sameAs(value);
  }

  SecretValue open(Secret secret, Version version) {
    return sealing.open(version.sealed(), version.place(secret));
  }

  private void refuseOther(Secret secret, Version known, SecretValue value) {
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
