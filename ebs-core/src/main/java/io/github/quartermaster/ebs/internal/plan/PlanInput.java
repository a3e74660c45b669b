package io.github.quartermaster.ebs.internal.plan;

import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.CloudFindings;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.StorageTraits;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.List;

/** All that a plan is made of. */
record PlanInput(
    RunId run,
    List<VolumeSpec> specs,
    Region source,
    BackupRules rules,
    CloudFindings findings,
    StorageTraits traits) {}
