package io.github.quartermaster.ebs.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The port through which a cloud's own scheduler of snapshots is reached. As with {@link
 * BlockStorage}, one method call is one request, which is never repeated, and nothing is thrown for
 * what a cloud or a network does.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface LifecyclePolicies {
  /** The greatest number of regions that a policy copies to. */
  int MOST_COPIES = 3;

  /** The greatest number of snapshots of a volume that a policy keeps. */
  int MOST_KEPT = 1000;

  /** The policies of a region that carry {@link OurTags#HANDOVER}. */
  Answer<List<PolicyId>> ours(Region region);

  /** What one of ours says. */
  Answer<FoundPolicy> policy(Region region, PolicyId id);

  /** Makes one, which is found by {@link #ours} from then on. Not safe to repeat. */
  Answer<PolicyId> create(Region region, LifecyclePolicy policy);

  /** Has one say something else; all of it. */
  Answer<PolicyId> update(Region region, PolicyId id, LifecyclePolicy policy);

  /** Sets tags of a volume; those of other keys stay. */
  Answer<VolumeId> tag(Region region, VolumeId volume, Map<String, String> tags);

  /** Takes tags off a volume, whatever their values. */
  Answer<VolumeId> untag(Region region, VolumeId volume, Set<String> keys);
}
