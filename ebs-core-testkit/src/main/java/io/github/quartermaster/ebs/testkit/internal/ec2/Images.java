package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.model.EmulatedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code DescribeImages}. */
final class Images {
  private static final Set<String> FILTERS =
      Set.of("block-device-mapping.snapshot-id", "image-id", "owner-id", "state");

  private Images() {}

  static XmlElement describe(Call call) {
    Parameters parameters = call.parameters();
    List<String> ids = parameters.list("ImageId");
    List<String> owners = parameters.list("Owner");
    Filters filters = Filters.of(parameters, FILTERS, call.account().limits.filterValues());
    boolean withDisabled = parameters.flag("IncludeDisabled");
    List<EmulatedImage> found = new ArrayList<>();
    for (EmulatedImage image : call.region().images.values()) {
      if ((withDisabled || !image.disabled() || ids.contains(image.id()))
          && (ids.isEmpty() || ids.contains(image.id()))
          && (owners.isEmpty() || owners.contains("self") || owners.contains(Account.ID))
          && filters.match(values(image), Map.of())) {
        found.add(image);
      }
    }
    for (String id : ids) {
      if (!call.region().images.containsKey(id)) {
        throw new RefusedException(
            "InvalidAMIID.NotFound", "The image id '[" + id + "]' does not exist");
      }
    }
    Page<EmulatedImage> page = Page.of(found, call, !ids.isEmpty());
    return call.answer()
        .withItems("imagesSet", page.items().stream().map(Images::item))
        .with("nextToken", page.nextToken());
  }

  private static String state(EmulatedImage image) {
    return image.disabled() ? "disabled" : "available";
  }

  private static Map<String, List<String>> values(EmulatedImage image) {
    return Map.of(
        "block-device-mapping.snapshot-id", image.snapshotIds(),
        "image-id", List.of(image.id()),
        "owner-id", List.of(Account.ID),
        "state", List.of(state(image)));
  }

  private static XmlElement item(EmulatedImage image) {
    List<XmlElement> devices = new ArrayList<>();
    for (String snapshot : image.snapshotIds()) {
      String device = "/dev/xvd" + (char) ('a' + devices.size());
      devices.add(
          XmlElement.item()
              .with("deviceName", device)
              .with(
                  new XmlElement("ebs")
                      .with("snapshotId", snapshot)
                      .with("deleteOnTermination", true)));
    }
    return XmlElement.item()
        .with("imageId", image.id())
        .with("imageState", state(image))
        .with("imageOwnerId", Account.ID)
        .with("isPublic", false)
        .with("name", image.id())
        .with("rootDeviceType", "ebs")
        .with("rootDeviceName", "/dev/xvda")
        .withItems("blockDeviceMapping", devices.stream());
  }
}
