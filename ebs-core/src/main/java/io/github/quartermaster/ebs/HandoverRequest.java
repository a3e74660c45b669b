package io.github.quartermaster.ebs;

import io.github.quartermaster.ebs.model.HandoverRules;
import io.github.quartermaster.ebs.model.Region;
import java.nio.file.Path;

/**
 * What is to be handed over to a cloud's own scheduler.
 *
 * @param volumesFile the volumes; all of them, since volumes that were handed over and are not
 *     named any more are let go
 * @param region where the volumes are
 */
public record HandoverRequest(Path volumesFile, Region region, HandoverRules rules) {}
