package io.github.quartermaster.it.benchmark;

import io.github.quartermaster.amp.AmpSources;
import io.github.quartermaster.amp.Amps;
import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.ApplyResult;
import io.github.quartermaster.amp.ListRequest;
import io.github.quartermaster.amp.UninstallRequest;
import io.github.quartermaster.amp.VerifyRequest;
import io.github.quartermaster.amp.WriteSettings;
import io.github.quartermaster.amp.model.ArchiveLimits;
import io.github.quartermaster.amp.model.ModuleId;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One call of the front door in a JVM of its own: {@code apply <war> <amp>...}, or {@code list},
 * {@code verify} or {@code uninstall} (of all modules) and a WAR. Prints what the call took and the
 * most heap that was in use.
 */
final class AmpsRun {
  private AmpsRun() {}

  public static void main(String[] arguments) {
    Path war = Path.of(arguments[1]);
    List<Path> amps = Stream.of(arguments).skip(2).map(Path::of).toList();
    long start = System.nanoTime();
    String outcome =
        switch (arguments[0]) {
          case "list" -> list(war);
          case "verify" -> verify(war);
          case "uninstall" -> uninstall(war);
          default -> apply(war, amps);
        };
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    System.out.println(outcome);
    System.out.printf(Locale.ROOT, "library time %d ms%n", time.toMillis());
    System.out.println("peak heap " + peakHeap());
  }

  private static String apply(Path war, List<Path> amps) {
    AmpSources sources = new AmpSources(List.of(), amps, Map.of(), true);
    ApplyResult result =
        new Amps().apply(ApplyRequest.builder(sources, List.of(war)).keepBackups(1).build());
    if (result.plan().isRefused()) {
      throw new IllegalStateException(result.problems().toString());
    }
    return result.changed() ? "changed" : "nothing to do";
  }

  private static String list(Path war) {
    ListRequest request = new ListRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS);
    return new Amps().list(request).wars().get(0).modules().size() + " modules";
  }

  private static String verify(Path war) {
    VerifyRequest request = new VerifyRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS);
    return new Amps().verify(request).wars().get(0).findings().size() + " findings";
  }

  private static String uninstall(Path war) {
    ListRequest request = new ListRequest(List.of(war), Map.of(), ArchiveLimits.DEFAULTS);
    List<ModuleId> all =
        new Amps()
            .list(request).wars().get(0).modules().stream()
                .map(module -> module.module().id())
                .toList();
    ApplyResult result =
        new Amps().uninstall(new UninstallRequest(List.of(war), all, true, WriteSettings.DEFAULT));
    if (!result.changed()) {
      throw new IllegalStateException(result.problems().toString());
    }
    return all.size() + " modules uninstalled";
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
