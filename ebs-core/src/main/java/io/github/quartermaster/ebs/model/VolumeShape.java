package io.github.quartermaster.ebs.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a volume was like when it was backed up, kept in a tag of its snapshot so that it can be
 * made again when it is gone: {@code type=gp3 size=100 iops=3000 throughput=125 zone=us-east-1a
 * instance=i-0a1b2c3d device=/dev/sdf}. What a cloud does not tell is left out, what a later
 * version adds is passed over.
 *
 * @param type the cloud's word; letters, digits, dots, underscores and hyphens
 * @param sizeGib in GiB; from 1 to a million
 * @param iops I/O operations a second, or null
 * @param throughput MiB/s, or null
 * @param zone the availability zone; the same characters
 * @param attachment where it was attached first, or null where it was not; read it by {@link
 *     #attached()}
 */
public record VolumeShape(
    String type,
    long sizeGib,
    @Nullable Integer iops,
    @Nullable Integer throughput,
    String zone,
    Volume.@Nullable Attachment attachment) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** What becomes part of a command that people paste holds nothing that a shell could take. */
  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._/-]{1,64}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  /**
   * Checks the words.
   *
   * @throws IllegalArgumentException if one has other characters, or the size is none
   */
  public VolumeShape {
    if (!isWord(type) || !isWord(zone) || sizeGib < 1) {
      throw new IllegalArgumentException(
          "no volume: " + QuotedText.of(type) + ", " + sizeGib + " GiB in " + QuotedText.of(zone));
    }
  }

  /** Whether the text could be the name of a type or a zone. */
  public static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /** The shape of a volume as it is; empty where its cloud gives it a name that no tag can hold. */
  public static Optional<VolumeShape> of(Volume volume) {
    if (!isWord(volume.type()) || !isWord(volume.zone()) || volume.sizeGib() < 1) {
      return Optional.empty();
    }
    Volume.@Nullable Attachment attachment =
        volume.attachments().stream()
            .filter(attached -> DEVICE.matcher(attached.device()).matches())
            .findFirst()
            .orElse(null);
    return Optional.of(
        new VolumeShape(
            volume.type(),
            volume.sizeGib(),
            volume.iops(),
            volume.throughput(),
            volume.zone(),
            attachment));
  }

  /** Understands the value of a tag; empty where it is none of ours, whatever it holds. */
  public static Optional<VolumeShape> parse(String value) {
    Map<String, String> said = new HashMap<>();
    for (String part : value.split(" ", -1)) {
      int sign = part.indexOf('=');
      if (sign > 0) {
        said.putIfAbsent(part.substring(0, sign), part.substring(sign + 1));
      }
    }
    String type = said.getOrDefault("type", "");
    String zone = said.getOrDefault("zone", "");
    @Nullable Integer size = number(said, "size");
    if (!isWord(type) || !isWord(zone) || size == null || size < 1) {
      return Optional.empty();
    }
    return Optional.of(
        new VolumeShape(
            type,
            size,
            number(said, "iops"),
            number(said, "throughput"),
            zone,
            attachment(said.getOrDefault("instance", ""), said.getOrDefault("device", ""))));
  }

  /** Where it was attached. */
  public Optional<Volume.Attachment> attached() {
    return Optional.ofNullable(attachment);
  }

  /** The value of the tag. */
  @Override
  public String toString() {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("type", type);
    said.put("size", sizeGib);
    if (iops != null) {
      said.put("iops", iops);
    }
    if (throughput != null) {
      said.put("throughput", throughput);
    }
    said.put("zone", zone);
    if (attachment != null) {
      said.put("instance", attachment.instance());
      said.put("device", attachment.device());
    }
    return said.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Integer number(Map<String, String> said, String key) {
    String digits = said.getOrDefault(key, "");
    return NUMBER.matcher(digits).matches() ? Integer.valueOf(digits) : null;
  }

  private static Volume.@Nullable Attachment attachment(String instance, String device) {
    return InstanceId.isWellFormed(instance) && DEVICE.matcher(device).matches()
        ? new Volume.Attachment(new InstanceId(instance), device)
        : null;
  }
}
