package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code DescribeInstances}: as much as a backup needs to know. */
final class Instances {
  private static final Set<String> FILTERS =
      Set.of(
          "block-device-mapping.device-name",
          "block-device-mapping.volume-id",
          "instance-id",
          "instance-state-name",
          "root-device-name");

  private Instances() {}

  static XmlElement describe(Call call) {
    List<String> ids = call.parameters().list("InstanceId");
    Filters filters = Filters.of(call.parameters(), FILTERS, call.account().limits.filterValues());
    List<EmulatedInstance> candidates =
        ids.isEmpty()
            ? List.copyOf(call.region().instances.values())
            : ids.stream().distinct().map(id -> instance(call, id)).toList();
    List<EmulatedInstance> found =
        candidates.stream()
            .filter(instance -> filters.match(values(instance), instance.tags()))
            .toList();
    Page<EmulatedInstance> page = Page.of(found, call, !ids.isEmpty());
    return call.answer()
        .withItems("reservationSet", page.items().stream().map(each -> reservation(call, each)))
        .with("nextToken", page.nextToken());
  }

  private static EmulatedInstance instance(Call call, String id) {
    EmulatedInstance instance = call.region().instances.get(id);
    if (instance == null) {
      throw new RefusedException(
          "InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist");
    }
    return instance;
  }

  private static Map<String, List<String>> values(EmulatedInstance instance) {
    return Map.of(
        "block-device-mapping.device-name", List.copyOf(instance.volumes().keySet()),
        "block-device-mapping.volume-id", List.copyOf(instance.volumes().values()),
        "instance-id", List.of(instance.id()),
        "instance-state-name", List.of("running"),
        "root-device-name", List.of(instance.rootDevice()));
  }

  private static XmlElement reservation(Call call, EmulatedInstance instance) {
    XmlElement item =
        XmlElement.item()
            .with("instanceId", instance.id())
            .with(new XmlElement("instanceState").with("code", 16).with("name", "running"))
            .with(new XmlElement("placement").with("availabilityZone", call.region().name + "a"))
            .with("rootDeviceType", "ebs")
            .with("rootDeviceName", instance.rootDevice())
            .withItems(
                "blockDeviceMapping",
                instance.volumes().entrySet().stream()
                    .map(volume -> mapping(instance, volume.getKey(), volume.getValue())))
            .withItems("tagSet", Tags.items(instance.tags()));
    return XmlElement.item()
        .with("reservationId", "r-" + instance.id().replaceFirst("^i-", ""))
        .with("ownerId", Account.ID)
        .withItems("instancesSet", Stream.of(item));
  }

  private static XmlElement mapping(EmulatedInstance instance, String device, String volume) {
    return XmlElement.item()
        .with("deviceName", device)
        .with(
            new XmlElement("ebs")
                .with("volumeId", volume)
                .with("status", "attached")
                .with("deleteOnTermination", device.equals(instance.rootDevice())));
  }
}
