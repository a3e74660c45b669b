package io.github.quartermaster.ebs.internal.read;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.EncryptionKey;
import io.github.quartermaster.ebs.model.FoundPolicy;
import io.github.quartermaster.ebs.model.HandoverFindings;
import io.github.quartermaster.ebs.model.HandoverRules;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Volume;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what a cloud's scheduler does already, and for which volumes. */
public final class HandoverReader {
  private final BlockStorage storage;
  private final LifecyclePolicies policies;
  private final Patience patience;

  /** Reads from a cloud, with this much patience. */
  public HandoverReader(BlockStorage storage, LifecyclePolicies policies, Patience patience) {
    this.storage = storage;
    this.policies = policies;
    this.patience = patience;
  }

  /**
   * What a handover of these volumes depends on.
   *
   * @throws io.github.quartermaster.ebs.model.EbsException if the cloud cannot be asked
   */
  public HandoverFindings findings(Region region, List<VolumeSpec> specs, HandoverRules rules) {
    String question = "list the regions of the account";
    Set<Region> regions = Patience.sure(question, patience.ask(question, storage::regions));
    Map<VolumeId, Volume> volumes = new HashMap<>();
    List<VolumeId> ids = specs.stream().map(VolumeSpec::id).distinct().toList();
    for (int from = 0; from < ids.size(); from += VolumeFilter.MOST_IDS) {
      int to = Math.min(ids.size(), from + VolumeFilter.MOST_IDS);
      read(region, new VolumeFilter.Ids(ids.subList(from, to)), volumes);
    }
    volumes.keySet().retainAll(new HashSet<>(ids));
    read(region, new VolumeFilter.HavingTag(OurTags.HANDOVER), volumes);
    return new HandoverFindings(
        regions, volumes, policies(region), keys(region, specs, rules, regions));
  }

  private void read(Region region, VolumeFilter filter, Map<VolumeId, Volume> volumes) {
    patience
        .list("list volumes of " + region, next -> storage.volumes(region, filter, next))
        .forEach(volume -> volumes.put(volume.id(), volume));
  }

  private List<FoundPolicy> policies(Region region) {
    String question = "list the policies of " + region;
    List<FoundPolicy> found = new ArrayList<>();
    for (PolicyId id :
        Patience.sure(question, patience.ask(question, () -> policies.ours(region)))) {
      String about = "read the policy " + id + " in " + region;
      Answer<FoundPolicy> answer = patience.ask(about, () -> policies.policy(region, id));
      boolean gone =
          answer instanceof Answer.Refused<FoundPolicy> no
              && no.reason() == Answer.Refused.Reason.NOT_FOUND;
      if (!gone) {
        found.add(Patience.sure(about, answer));
      }
    }
    return found;
  }

  private Map<Region, Answer<EncryptionKey>> keys(
      Region region, List<VolumeSpec> specs, HandoverRules rules, Set<Region> regions) {
    Map<Region, Answer<EncryptionKey>> keys = new HashMap<>();
    if (rules.kmsKeyId().isEmpty()) {
      return keys;
    }
    String name = rules.kmsKeyId().get();
    Set<Region> destinations = new TreeSet<>();
    specs.forEach(spec -> destinations.addAll(spec.destinations()));
    destinations.retainAll(regions);
    destinations.remove(region);
    for (Region destination : destinations) {
      keys.put(
          destination,
          patience.ask(
              "check the key " + name + " for copies to " + destination,
              () -> storage.key(destination, name)));
    }
    return keys;
  }
}
