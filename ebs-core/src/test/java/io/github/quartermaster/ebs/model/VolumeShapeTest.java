package io.github.quartermaster.ebs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeShapeTest {
  @Test
  void tells_what_a_volume_is_like_and_where_it_is_attached() {
    assertThat(VolumeShape.of(volume("gp3", "/dev/sdf")).orElseThrow())
        .hasToString(
            "type=gp3 size=100 iops=4000 throughput=250 zone=us-east-1a instance=i-0a"
                + " device=/dev/sdf");
  }

  @Test
  void leaves_out_a_device_that_is_none() {
    assertThat(VolumeShape.of(volume("gp3", "/dev/sdf; reboot")).orElseThrow())
        .hasToString("type=gp3 size=100 iops=4000 throughput=250 zone=us-east-1a");
  }

  @Test
  void is_not_told_of_a_type_that_no_tag_can_hold() {
    assertThat(VolumeShape.of(volume("fast disks", "/dev/sdf"))).isEmpty();
  }

  @Test
  void passes_over_what_it_does_not_know() {
    assertThat(VolumeShape.parse("type=gp2 colour=blue size=8 zone=nova"))
        .contains(new VolumeShape("gp2", 8, null, null, "nova", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "type=gp3",
        "type=gp3 size=0 zone=a",
        "type=gp3 size=-1 zone=a",
        "type=gp3 size=99999999999 zone=a",
        "type=$(reboot) size=8 zone=a",
        "type=gp3 size=8 zone=a/../b",
        "= = ="
      })
  void is_not_understood_where_something_is_missing_or_strange(String value) {
    assertThat(VolumeShape.parse(value)).isEmpty();
  }

  @Test
  void does_not_take_an_instance_or_a_device_that_a_shell_could_take_for_more() {
    assertThat(VolumeShape.parse("type=gp3 size=8 zone=a instance=i-1;reboot device=/dev/sdf"))
        .get()
        .satisfies(shape -> assertThat(shape.attached()).isEmpty());
    assertThat(VolumeShape.parse("type=gp3 size=8 zone=a instance=i-1 device=`reboot`"))
        .get()
        .satisfies(shape -> assertThat(shape.attached()).isEmpty());
  }

  private static Volume volume(String type, String device) {
    return new Volume(
        new VolumeId("vol-1"),
        new Region("us-east-1"),
        "in-use",
        100,
        type,
        4000,
        250,
        "us-east-1a",
        false,
        null,
        List.of(new Volume.Attachment(new InstanceId("i-0a"), device)),
        Map.of());
  }
}
