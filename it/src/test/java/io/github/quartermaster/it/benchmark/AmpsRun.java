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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One call of the front door in a JVM of its own: {@code apply <war> <amp>...}, or {@code list},
 * {@code verify} or {@code uninstall} (of all modules) and a WAR. Prints what the call took; where
 * the environment asks for it, also the most heap that was in use, which takes the JVM as long to
 * find out as a tenth of the call. Does without what a fresh JVM is slow at, as what it does
 * counts.
 */
final class AmpsRun {
  /** The variable of the environment that asks for the peak of the heap. */
  static final String TELL_PEAK_HEAP = "TELL_PEAK_HEAP";

  private AmpsRun() {}

  public static void main(String[] arguments) {
    Path war = Path.of(arguments[1]);
    List<Path> amps = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      amps.add(Path.of(arguments[i]));
    }
    long start = System.nanoTime();
    String outcome =
        switch (arguments[0]) {
          case "list" -> list(war);
          case "verify" -> verify(war);
          case "uninstall" -> uninstall(war);
          default -> apply(war, amps);
        };
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    System.out.println(outcome);
    System.out.print("library time ");
    System.out.print(milliseconds);
    System.out.println(" ms");
    if (System.getenv(TELL_PEAK_HEAP) != null) {
      System.out.println("peak heap " + peakHeap());
    }
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
