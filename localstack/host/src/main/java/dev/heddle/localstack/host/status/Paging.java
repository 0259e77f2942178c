package dev.heddle.localstack.host.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links to the first and the next page of a list. */
final class Paging {
  private Paging() {}

  /** Adds them below a list, where there is more than one page. */
  static void add(Html page, String path, @Nullable String here, @Nullable String next) {
    List<Cell> links = new ArrayList<>();
    String and = path.contains("?") ? "&" : "?";
    if (here != null) {
      links.add(Cell.link("First page", path));
    }
    if (next != null) {
      links.add(Cell.link("Next page", path + and + "next=" + encoded(next)));
    }
    if (!links.isEmpty()) {
      page.choice("Pages of this list", links);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
