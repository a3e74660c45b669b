package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.SnapshotFilter;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.model.VolumeFilter;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * Filters as EC2 has them. Ids are always asked for by filter: a list of ids fails as a whole where
 * one of them is not there. In the values an asterisk and a question mark stand for other
 * characters unless a backslash is before them.
 */
final class Ec2Filters {
  private Ec2Filters() {}

  static List<Filter> of(SnapshotFilter filter) {
    // no pattern switch in Java 17
    if (filter instanceof SnapshotFilter.Ids ids) {
      return List.of(of("snapshot-id", ids.ids().stream().map(SnapshotId::value).toList()));
    }
    if (filter instanceof SnapshotFilter.OfRun ofRun) {
      return List.of(of("tag:" + OurTags.RUN, List.of(ofRun.run().value())));
    }
    if (filter instanceof SnapshotFilter.Unfinished unfinished) {
      return List.of(
          of("volume-id", unfinished.volumes().stream().map(VolumeId::value).toList()),
          of("status", List.of("pending", "error")));
    }
    if (filter instanceof SnapshotFilter.HandedOver) {
      return List.of(of("tag-key", List.of(OurTags.HANDOVER)));
    }
    return List.of(of("tag-key", List.of(OurTags.RUN)));
  }

  static Filter of(VolumeFilter filter) {
    if (filter instanceof VolumeFilter.Ids ids) {
      return of("volume-id", ids.ids().stream().map(VolumeId::value).toList());
    }
    if (filter instanceof VolumeFilter.Tagged tagged) {
      return of("tag:" + tagged.key(), List.of(tagged.value()));
    }
    if (filter instanceof VolumeFilter.HavingTag having) {
      return of("tag-key", List.of(having.key()));
    }
    InstanceId instance = ((VolumeFilter.AttachedTo) filter).instance();
    return of("attachment.instance-id", List.of(instance.value()));
  }

  static Filter ofInstances(List<InstanceId> ids) {
    return of("instance-id", ids.stream().map(InstanceId::value).toList());
  }

  private static Filter of(String name, List<String> values) {
    return Filter.builder()
        .name(name)
        .values(values.stream().map(value -> value.replaceAll("[*?\\\\]", "\\\\$0")).toList())
        .build();
  }
}
