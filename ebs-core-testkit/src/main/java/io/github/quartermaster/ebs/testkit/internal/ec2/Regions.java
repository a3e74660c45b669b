package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code DescribeRegions}, and what a region encrypts by default. */
final class Regions {
  private static final Set<String> FILTERS = Set.of("endpoint", "opt-in-status", "region-name");

  private Regions() {}

  static XmlElement describe(Call call) {
    Parameters parameters = call.parameters();
    List<String> names = parameters.list("RegionName");
    names.forEach(name -> check(call, name));
    Filters filters = Filters.of(parameters, FILTERS, call.account().limits.filterValues());
    boolean all = parameters.flag("AllRegions");
    return call.answer()
        .withItems(
            "regionInfo",
            call.account().regions().stream()
                .filter(region -> all || region.isUsable())
                .filter(region -> names.isEmpty() || names.contains(region.name))
                .filter(region -> filters.match(values(region), Map.of()))
                .map(Regions::item));
  }

  static XmlElement encryptionByDefault(Call call) {
    return call.answer().with("ebsEncryptionByDefault", call.region().encryptsByDefault);
  }

  static XmlElement defaultKey(Call call) {
    return call.answer()
        .with(
            "kmsKeyId",
            call.region().defaultKey == null ? "alias/aws/ebs" : call.region().defaultKey);
  }

  private static void check(Call call, String name) {
    if (call.account().region(name).isEmpty()) {
      throw RefusedException.invalidValue("Invalid region provided: " + name);
    }
  }

  private static String endpoint(Region region) {
    return "ec2." + region.name + ".amazonaws.com";
  }

  private static Map<String, List<String>> values(Region region) {
    return Map.of(
        "endpoint", List.of(endpoint(region)),
        "opt-in-status", List.of(region.optIn),
        "region-name", List.of(region.name));
  }

  private static XmlElement item(Region region) {
    return XmlElement.item()
        .with("regionName", region.name)
        .with("regionEndpoint", endpoint(region))
        .with("optInStatus", region.optIn);
  }
}
