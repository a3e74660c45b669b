package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Something to be changed, or found to be as it should be. */
public sealed interface HandoverStep {
  /** Whether anything is to be done. */
  boolean changes();

  /** What it is about: a policy's group, or a volume. */
  String subject();

  /** What is other than it should be; empty where nothing is. */
  List<Difference> differences();

  /**
   * A setting.
   *
   * @param before what it is, or null where it is not there
   * @param after what it is to be, or null where it is to go
   */
  record Difference(String name, @Nullable String before, @Nullable String after) {
    /** Those of two sets of settings, by name. */
    static List<Difference> of(Map<String, String> before, Map<String, String> after) {
      Set<String> names = new TreeSet<>(before.keySet());
      names.addAll(after.keySet());
      return names.stream()
          .filter(
              name ->
                  !Optional.ofNullable(before.get(name))
                      .equals(Optional.ofNullable(after.get(name))))
          .map(name -> new Difference(name, before.get(name), after.get(name)))
          .toList();
    }
  }

  /**
   * A policy.
   *
   * @param there the policy as it is, or null where it is to be made; read it by {@link #found()}
   */
  record Policy(LifecyclePolicy wanted, @Nullable FoundPolicy there) implements HandoverStep {
    /** The policy as it is. */
    public Optional<FoundPolicy> found() {
      return Optional.ofNullable(there);
    }

    @Override
    public boolean changes() {
      return !differences().isEmpty();
    }

    @Override
    public String subject() {
      return wanted.group();
    }

    @Override
    public List<Difference> differences() {
      return Difference.of(found().map(FoundPolicy::settings).orElse(Map.of()), wanted.settings());
    }
  }

  /**
   * Tags of a volume.
   *
   * @param before those of ours that it has
   * @param after those that it is to have
   */
  record VolumeTags(VolumeId volume, Map<String, String> before, Map<String, String> after)
      implements HandoverStep {
    /** Copies the maps. */
    public VolumeTags {
      before = new TreeMap<>(before);
      after = new TreeMap<>(after);
    }

    @Override
    public boolean changes() {
      return !before.equals(after);
    }

    @Override
    public String subject() {
      return volume.value();
    }

    @Override
    public List<Difference> differences() {
      return Difference.of(before, after);
    }
  }
}
