package io.github.quartermaster.amp.internal.read;

import static io.github.quartermaster.amp.model.ProblemCode.WAR_UNREADABLE;

import io.github.quartermaster.amp.model.AmpException;
import io.github.quartermaster.amp.model.Problem;
import io.github.quartermaster.amp.model.WarInventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads packed WARs in a thread of its own while the caller reads AMPs. Exploded WARs wait until
 * they are asked for, since the AMPs tell which of their files are to be compared.
 */
public final class EarlyReading implements AutoCloseable {
  private final WarReader reader;
  private final Map<Path, FutureTask<WarInventory>> packed = new LinkedHashMap<>();

  /** Begins to read those WARs that are packed, and those that are missing. */
  public EarlyReading(WarReader reader, Collection<Path> wars) {
    this.reader = reader;
    for (Path war : wars) {
      if (!Files.isDirectory(war)) {
        packed.put(war, new FutureTask<>(() -> reader.read(war, Set.of())));
      }
    }
    Thread thread =
        new Thread(() -> packed.values().forEach(FutureTask::run), "quartermaster-read");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * What {@link WarReader#read} would return or throw, perhaps at once.
   *
   * @param compared paths of an exploded WAR whose content will be compared
   */
  public WarInventory read(Path war, Set<String> compared) {
    FutureTask<WarInventory> task = packed.get(war);
    if (task == null) {
      return reader.read(war, compared);
    }
    try {
      task.run(); // does nothing where the thread was faster
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AmpException(
          Problem.error(
              WAR_UNREADABLE, war, "tried to read the WAR " + war + "; interrupted", "Run again"),
          e);
    }
  }

  /** Gives up what nobody asked for. */
  @Override
  public void close() {
    packed.values().forEach(task -> task.cancel(true));
  }
}
