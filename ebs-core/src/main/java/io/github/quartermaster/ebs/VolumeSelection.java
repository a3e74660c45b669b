package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.nio.file.Path;
import java.util.List;

/** How the volumes are named that a backup is of. */
public sealed interface VolumeSelection {

  /** By a volumes file: lines of {@code volume id, description[, destination region ...]}. */
  record FromFile(Path file) implements VolumeSelection {}

  /** By a list. */
  record Listed(List<VolumeSpec> volumes) implements VolumeSelection {
    /** Copies the list. */
    public Listed {
      volumes = List.copyOf(volumes);
    }
  }

  /**
   * All volumes of the region that carry a tag; each is described by its own name.
   *
   * @param destinations regions to copy all of them to
   */
  record Tagged(String key, String value, List<Region> destinations) implements VolumeSelection {
    /** Copies the list. */
    public Tagged {
      destinations = List.copyOf(destinations);
    }
  }

  /**
   * All volumes of an instance; each is described by its own name.
   *
   * @param destinations regions to copy all of them to
   */
  record OfInstance(InstanceId instance, List<Region> destinations) implements VolumeSelection {
    /** Copies the list. */
    public OfInstance {
      destinations = List.copyOf(destinations);
    }
  }
}
