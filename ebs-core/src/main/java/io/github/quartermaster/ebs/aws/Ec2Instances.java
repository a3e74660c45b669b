package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.VolumeFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;

/** Instances by their ids, as many of which go into one request as a filter takes. */
final class Ec2Instances {
  /** More pages than that of what fits into one can only be a token that never changes. */
  private static final int MOST_PAGES = 20;

  private final Ec2Calls calls;

  Ec2Instances(Ec2Calls calls) {
    this.calls = calls;
  }

  Answer<List<Instance>> describe(Region region, List<InstanceId> ids) {
    List<Instance> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += VolumeFilter.MOST_IDS) {
      int to = Math.min(ids.size(), from + VolumeFilter.MOST_IDS);
      Answer<List<Instance>> some = portion(region, ids.subList(from, to));
      if (!(some instanceof Done<List<Instance>> done)) {
        return some;
      }
      found.addAll(done.value());
    }
    return new Done<>(List.copyOf(found));
  }

  private Answer<List<Instance>> portion(Region region, List<InstanceId> ids) {
    List<Instance> found = new ArrayList<>();
    @Nullable String next = null;
    for (int count = 0; count < MOST_PAGES; count++) {
      Answer<Page<Instance>> answer = page(region, ids, next);
      if (!(answer instanceof Done<Page<Instance>> done)) {
        return answer.map(Page::items);
      }
      found.addAll(done.value().items());
      next = done.value().following();
      if (next == null) {
        return new Done<>(found);
      }
    }
    return new Ambiguous<>("the list of instances does not end");
  }

  private Answer<Page<Instance>> page(Region region, List<InstanceId> ids, @Nullable String next) {
    DescribeInstancesRequest request =
        DescribeInstancesRequest.builder()
            .filters(Ec2Filters.ofInstances(ids))
            .maxResults(1000)
            .nextToken(next)
            .build();
    return calls.ask(
        region,
        client -> client.describeInstances(request),
        told ->
            Ec2Descriptions.page(
                told.reservations().stream().flatMap(each -> each.instances().stream()).toList(),
                Ec2Descriptions::instance,
                told.nextToken()));
  }
}
