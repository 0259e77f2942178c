package dev.heddle.localstack.host.gateway;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The static site, as CloudFront serves it: hashed assets for a year, pages always fresh. */
public final class WebFiles {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "woff", "font/woff",
          "json", "application/json",
          "webmanifest", "application/manifest+json");

  private final Path root;

  /** The site built into this folder. */
  public WebFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Serves what no other route takes. */
  public void mount(RoutesConfig routes) {
    routes.get("/", this::serve);
    routes.get("/<path>", this::serve);
  }

  private void serve(Context context) {
    Path file = root.resolve(context.path().substring(1)).normalize();
    boolean asset = file.startsWith(root) && Files.isRegularFile(file);
    if (!asset && context.path().matches(".*/[^/]+\\.[a-z0-9]{2,5}")) {
      context.status(404).result("File not found.");
      return;
    }
    send(context, asset ? file : root.resolve("index.html"));
  }

  private void send(Context context, Path file) {
    if (!Files.isRegularFile(file)) {
      context.status(503).result("The editor isn't built. Run localstack/heddle up.");
      return;
    }
    String name = file.getFileName().toString();
    context.header("content-type", type(name));
    context.header("cache-control", caching(file));
    SecurityHeaders.page(context);
    context.result(read(file));
  }

  private String caching(Path file) {
    return root.relativize(file).startsWith("assets")
        ? "public, max-age=31536000, immutable"
        : "no-cache";
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
