package io.github.quartermaster.amp.internal.plan;

import io.github.quartermaster.amp.model.Fingerprint;
import io.github.quartermaster.amp.model.InstalledModule;
import io.github.quartermaster.amp.model.Modifications.Change;
import io.github.quartermaster.amp.model.ModuleId;
import io.github.quartermaster.amp.model.WarEdit.Source;
import io.github.quartermaster.amp.model.WarInventory;
import io.github.quartermaster.amp.model.WarLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The files of a WAR as layers: at the bottom the WAR's own file, above it those of the modules
 * that overwrote it, one by one. What lies under a layer is kept in the WAR as that layer's
 * original, so that a layer can be taken out wherever it lies and the right content shows again.
 *
 * <p>Works on values only. Not for use by several threads.
 */
final class LayeredFiles {
  /**
   * One content of a path.
   *
   * @param owner the module that brought it, or null for the WAR itself
   * @param content where the content can be had, or null where it is lost
   * @param original where the content of the layer below is kept, or null at the bottom
   */
  record Layer(
      @Nullable ModuleId owner,
      @Nullable Source content,
      Fingerprint fingerprint,
      @Nullable String original) {}

  /**
   * What one module's record says of a path. Layers lie in this order: who found the place empty;
   * then by the places noted; then who noted none, by date, since the Module Management Tool notes
   * none and always puts the newcomer on top.
   */
  private record Recorded(InstalledModule module, Change change) {}

  private static final Fingerprint UNKNOWN = new Fingerprint(0, Fingerprint.UNREAD);

  private final WarInventory war;
  private final Map<String, List<Layer>> touched = new TreeMap<>();
  private final Set<String> originalsBefore = new HashSet<>();
  private final ChangedPaths files;

  LayeredFiles(WarInventory war) {
    this.war = war;
    this.files = ChangedPaths.ofKeys(war.files());
    Map<String, List<Recorded>> byPath = new TreeMap<>();
    for (InstalledModule module : war.modules()) {
      if (module.modifications().isPresent()) {
        for (Map.Entry<String, Change> file : module.modifications().get().files().entrySet()) {
          byPath
              .computeIfAbsent(file.getKey(), path -> new ArrayList<>())
              .add(new Recorded(module, file.getValue()));
        }
      }
    }
    for (Map.Entry<String, List<Recorded>> file : byPath.entrySet()) {
      load(file.getKey(), file.getValue());
    }
  }

  /** All files as they are by now. */
  ChangedPaths files() {
    return files;
  }

  /** The content that shows at a path, if there is any. */
  Optional<Layer> top(String path) {
    List<Layer> layers = layers(path);
    return layers.isEmpty() ? Optional.empty() : Optional.of(layers.get(layers.size() - 1));
  }

  /** The module that brought what shows at a path. */
  Optional<ModuleId> owner(String path) {
    return top(path).flatMap(layer -> Optional.ofNullable(layer.owner()));
  }

  /** Lays a module's content on top. */
  void push(String path, ModuleId owner, Source content, Fingerprint fingerprint) {
    List<Layer> layers = layers(path);
    String original = layers.isEmpty() ? null : newOriginal(path, owner);
    layers.add(new Layer(owner, content, fingerprint, original));
    files.add(path);
  }

  /**
   * Gives a module's layer another owner and content, wherever it lies.
   *
   * @return whether the module had a layer there
   */
  boolean replace(
      String path, ModuleId former, ModuleId owner, Source content, Fingerprint fingerprint) {
    int index = indexOf(path, former);
    if (index < 0) {
      return false;
    }
    layers(path)
        .set(index, new Layer(owner, content, fingerprint, layers(path).get(index).original()));
    files.add(path);
    return true;
  }

  /** Takes a module's layer out. */
  void remove(String path, ModuleId owner) {
    removeAt(path, indexOf(path, owner));
  }

  /** Takes out what lies at the bottom without an owner. */
  void removeUnowned(String path) {
    List<Layer> layers = layers(path);
    if (!layers.isEmpty() && layers.get(0).owner() == null) {
      removeAt(path, 0);
    }
  }

  private void removeAt(String path, int index) {
    if (index < 0) {
      return;
    }
    List<Layer> layers = layers(path);
    layers.remove(index);
    if (layers.isEmpty()) {
      files.remove(path);
    } else if (index == 0) {
      Layer bottom = layers.get(0);
      layers.set(0, new Layer(bottom.owner(), bottom.content(), bottom.fingerprint(), null));
    }
  }

  /** What lies at each path that a record names, from the bottom up. */
  Map<String, List<Layer>> stacks() {
    return Collections.unmodifiableMap(touched);
  }

  /** What each module's record has to say about the files that it holds by now. */
  Map<ModuleId, SortedMap<String, Change>> changes() {
    Map<ModuleId, SortedMap<String, Change>> changes = new TreeMap<>();
    for (Map.Entry<String, List<Layer>> file : touched.entrySet()) {
      int owned = 0;
      for (Layer layer : file.getValue()) {
        owned += layer.owner() == null ? 0 : 1;
      }
      int place = 0;
      for (Layer layer : file.getValue()) {
        ModuleId owner = layer.owner();
        if (owner != null) {
          place++;
          Change change =
              new Change(
                  layer.original(), written(file.getKey(), owner, layer), owned > 1 ? place : 0);
          changes.computeIfAbsent(owner, o -> new TreeMap<>()).put(file.getKey(), change);
        }
      }
    }
    return changes;
  }

  /** Paths at which the content that should show is lost. */
  SortedSet<String> lost() {
    SortedSet<String> lost = new TreeSet<>();
    for (Map.Entry<String, List<Layer>> file : touched.entrySet()) {
      List<Layer> layers = file.getValue();
      // where nothing was shown before, nothing is missed now
      if (!layers.isEmpty()
          && layers.get(layers.size() - 1).content() == null
          && war.files().containsKey(file.getKey())) {
        lost.add(file.getKey());
      }
    }
    return lost;
  }

  /** The files to be written, by path: what shows now, and the originals under it. */
  SortedMap<String, Source> written() {
    SortedMap<String, Source> written = new TreeMap<>();
    for (Map.Entry<String, List<Layer>> file : touched.entrySet()) {
      List<Layer> layers = file.getValue();
      for (int i = 0; i < layers.size(); i++) {
        boolean top = i == layers.size() - 1;
        String place = top ? file.getKey() : layers.get(i + 1).original();
        Source content = layers.get(i).content();
        if (place != null && content != null && !isThere(place, content)) {
          written.put(place, content);
        }
      }
    }
    return written;
  }

  /**
   * The files to be removed: those without a layer left, and originals that nobody needs any more.
   */
  SortedSet<String> removed() {
    SortedSet<String> removed = new TreeSet<>(originalsBefore);
    for (Map.Entry<String, List<Layer>> file : touched.entrySet()) {
      if (file.getValue().isEmpty()) {
        removed.add(file.getKey());
      }
      for (Layer layer : file.getValue()) {
        if (layer.original() != null) {
          removed.remove(layer.original());
        }
      }
    }
    removed.retainAll(war.files().keySet());
    return removed;
  }

  private static boolean isThere(String place, Source content) {
    return content instanceof Source.FromWar fromWar && fromWar.path().equals(place);
  }

  private static Comparator<Recorded> fromTheBottom() {
    return Comparator.comparing((Recorded r) -> r.change().overwritten().isPresent())
        .thenComparing(r -> r.change().layer() == 0 ? Integer.MAX_VALUE : r.change().layer())
        .thenComparing(r -> r.module().installDate().orElse(Instant.MIN))
        .thenComparing(r -> r.module().id());
  }

  private void load(String path, List<Recorded> recorded) {
    recorded.sort(fromTheBottom());
    List<Layer> owned = new ArrayList<>();
    for (Recorded file : recorded) {
      file.change().overwritten().ifPresent(originalsBefore::add);
      owned.add(
          new Layer(file.module().id(), null, UNKNOWN, file.change().overwritten().orElse(null)));
    }
    touched.put(path, withContents(path, owned));
  }

  /** Finds each layer's content: the live file on top, and in each original what lies below. */
  private List<Layer> withContents(String path, List<Layer> owned) {
    List<Layer> layers = new ArrayList<>();
    String firstOriginal = owned.get(0).original();
    if (firstOriginal != null) {
      layers.add(new Layer(null, fromWar(firstOriginal), fingerprint(firstOriginal), null));
    }
    for (int i = 0; i < owned.size(); i++) {
      Layer layer = owned.get(i);
      String place = i == owned.size() - 1 ? path : owned.get(i + 1).original();
      // two modules that both found the place empty share the live file
      place = place == null ? path : place;
      layers.add(new Layer(layer.owner(), fromWar(place), fingerprint(place), layer.original()));
    }
    return layers;
  }

  private @Nullable Source fromWar(String path) {
    return war.files().containsKey(path) ? new Source.FromWar(path) : null;
  }

  private Fingerprint fingerprint(String path) {
    return war.files().getOrDefault(path, UNKNOWN);
  }

  private List<Layer> layers(String path) {
    List<Layer> layers = touched.get(path);
    if (layers == null) {
      layers = new ArrayList<>();
      Source own = fromWar(path);
      if (own != null) {
        layers.add(new Layer(null, own, fingerprint(path), null));
      }
      touched.put(path, layers);
    }
    return layers;
  }

  private int indexOf(String path, ModuleId owner) {
    List<Layer> layers = layers(path);
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (owner.equals(layers.get(i).owner())) {
        return i;
      }
    }
    return -1;
  }

  /** The record keeps what the installer noted; what only this reading found is not its claim. */
  private @Nullable Fingerprint written(String path, ModuleId owner, Layer layer) {
    if (!(layer.content() instanceof Source.FromWar)) {
      return layer.fingerprint().crc32() == Fingerprint.UNREAD ? null : layer.fingerprint();
    }
    return war.module(owner)
        .flatMap(InstalledModule::modifications)
        .map(recorded -> recorded.files().get(path))
        .flatMap(Change::content)
        .orElse(null);
  }

  /** A name made of what it stands for, so that the same run gives the same WAR. */
  private String newOriginal(String path, ModuleId owner) {
    for (int attempt = 0; ; attempt++) {
      byte[] seed = (owner + "|" + path + "|" + attempt).getBytes(StandardCharsets.UTF_8);
      String name = WarLayout.ORIGINALS + "/" + UUID.nameUUIDFromBytes(seed) + ".bin";
      if (files.add(name)) {
        return name;
      }
    }
  }
}
