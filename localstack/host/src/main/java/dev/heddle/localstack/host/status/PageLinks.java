package dev.heddle.localstack.host.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links to the first and the next page of a list. */
final class PageLinks {
  private PageLinks() {}

  /** Adds them below a list, where there is more than one page. */
  static void add(HtmlPage page, String path, @Nullable String here, @Nullable String next) {
    List<TableCell> links = new ArrayList<>();
    String and = path.contains("?") ? "&" : "?";
    if (here != null) {
      links.add(TableCell.link("First page", path));
    }
    if (next != null) {
      links.add(TableCell.link("Next page", path + and + "next=" + encoded(next)));
    }
    if (!links.isEmpty()) {
      page.choice("Pages of this list", links);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
