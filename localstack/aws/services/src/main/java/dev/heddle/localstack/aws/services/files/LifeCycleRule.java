package dev.heddle.localstack.aws.services.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a bucket's life cycle; each number of days may be missing.
 *
 * @param days after which objects with the prefix go
 * @param noncurrentDays after which versions go that aren't the latest
 * @param abortDays after which unfinished uploads go
 */
record LifeCycleRule(
    String prefix,
    Optional<Integer> days,
    Optional<Integer> noncurrentDays,
    Optional<Integer> abortDays) {
  private static final int MOST = 1_000;
  private static final int DAYS = 36_500;

  /** The rules that are switched on. */
  static List<LifeCycleRule> parse(byte[] xml) {
    List<LifeCycleRule> rules = new ArrayList<>();
    List<XmlInput> given = XmlInput.parse(xml).children("Rule");
    if (given.isEmpty() || given.size() > MOST) {
      throw S3Faults.malformedXml();
    }
    for (XmlInput rule : given) {
      String status = rule.text("Status").orElse("");
      if (!status.equals("Enabled") && !status.equals("Disabled")) {
        throw S3Faults.malformedXml();
      }
      LifeCycleRule parsed = parse(rule);
      if (status.equals("Enabled")) {
        rules.add(parsed);
      }
    }
    return rules;
  }

  private static LifeCycleRule parse(XmlInput rule) {
    Optional<XmlInput> filter = rule.child("Filter");
    Optional<XmlInput> and = filter.flatMap(f -> f.child("And"));
    String prefix =
        filter
            .flatMap(f -> f.text("Prefix"))
            .or(() -> and.flatMap(a -> a.text("Prefix")))
            .or(() -> rule.text("Prefix"))
            .orElse("");
    return new LifeCycleRule(
        prefix,
        days(rule, "Expiration", "Days"),
        days(rule, "NoncurrentVersionExpiration", "NoncurrentDays"),
        days(rule, "AbortIncompleteMultipartUpload", "DaysAfterInitiation"));
  }

  private static Optional<Integer> days(XmlInput rule, String action, String name) {
    return rule.child(action).flatMap(a -> a.number(name, DAYS));
  }
}
