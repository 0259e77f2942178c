package dev.heddle.localstack.aws.services.secrets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A version of a secret, its value still sealed; created in epoch milliseconds. */
record SecretVersion(String id, long created, byte[] sealed, List<String> stages) {

  /** Where its value belongs; a value moved elsewhere doesn't open. */
  String place(Secret secret) {
    return secret.arn() + "/" + id;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("VersionId", id);
    json.put("VersionStages", stages);
    json.put("CreatedDate", Secret.seconds(created));
    return json;
  }
}
