package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.port.IdGenerator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Workspace names as they stand in addresses: lower-case letters, digits, single hyphens. */
final class WorkspaceSlugs {
  private static final int LONGEST = 40;
  private static final int RANDOM = 6;
  private static final String NAMELESS = "workspace";

  /** Names that addresses of our own begin with, or may one day. */
  private static final Set<String> OURS =
      Set.of(
          "api",
          "admin",
          "app",
          "www",
          "mail",
          "live",
          "hooks",
          "static",
          "status",
          "docs",
          "support",
          "help",
          "heddle",
          "platform");

  private WorkspaceSlugs() {}

  static String of(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String trimmed = trimmed(slug.substring(0, Math.min(slug.length(), LONGEST)));
    return trimmed.isEmpty() ? NAMELESS : OURS.contains(trimmed) ? trimmed + "-1" : trimmed;
  }

  static String another(String name, IdGenerator ids) {
    String random = ids.next("slug");
    return of(name) + "-" + random.substring(random.length() - RANDOM);
  }

  private static String trimmed(String slug) {
    return slug.replaceAll("^-|-$", "");
  }
}
