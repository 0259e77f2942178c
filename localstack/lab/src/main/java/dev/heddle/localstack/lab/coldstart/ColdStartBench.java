package dev.heddle.localstack.lab.coldstart;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Starts functions of the built jars beside bare ones, in turns, so that both meet the same load.
 */
public final class ColdStartBench {
  private final Settings settings;
  private final Consumer<String> progress;

  /**
   * What to measure.
   *
   * @param jars the Lambda jars by the name of their group
   * @param work an empty folder
   * @param starts how often each function is started
   */
  public record Settings(Map<String, Path> jars, Path work, int starts) {}

  private ColdStartBench(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** The groups whose jars are needed. */
  public static List<String> groups() {
    return ColdFunction.ALL.stream()
        .map(ColdFunction::group)
        .filter(group -> !group.isEmpty())
        .distinct()
        .toList();
  }

  /** Measures; {@code progress} hears what is being done. */
  public static ColdStartReport run(Settings settings, Consumer<String> progress)
      throws IOException, InterruptedException {
    return new ColdStartBench(settings, progress).run();
  }

  private ColdStartReport run() throws IOException, InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Map<String, Path> folders = unpacked();
    Map<ColdFunction, StartTimes> times = new LinkedHashMap<>();
    ColdFunction.ALL.forEach(function -> times.put(function, new StartTimes()));
    // The first start of each reads its files from the disk and is left out.
    for (int turn = 0; turn <= settings.starts(); turn++) {
      progress.accept("turn " + turn + " of " + settings.starts());
      for (var one : times.entrySet()) {
        Path folder = Objects.requireNonNull(folders.get(one.getKey().group()));
        ColdStart start = FunctionProcess.measure(one.getKey(), folder);
        if (turn > 0) {
          one.getValue().add(start);
        }
      }
    }
    return ColdStartReport.of(load, settings.starts(), times);
  }

  private Map<String, Path> unpacked() throws IOException {
    progress.accept("unpacking the jars");
    Map<String, Path> folders = new HashMap<>();
    for (ColdFunction function : ColdFunction.ALL) {
      if (!folders.containsKey(function.group())) {
        Path folder = settings.work().resolve("task" + folders.size());
        Path jar = settings.jars().get(function.group());
        TaskFolder.fill(folder, jar == null ? List.of() : List.of(jar));
        folders.put(function.group(), folder);
      }
    }
    return folders;
  }
}
