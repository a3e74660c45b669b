package io.github.quartermaster.ebs.testkit.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandOptionsTest {

  @Test
  void volumes_are_where_they_were_put() {
    CommandOptions options =
        CommandOptions.parse("--volume", "eu-west-1/vol-127facd=8", "--completes-after", "2m");

    assertThat(options.volumes).containsExactly(EmulatedVolume.of("eu-west-1", "vol-127facd", 8));
    assertThat(options.completesAfter).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void samples_are_there_where_no_volume_was_asked_for() {
    assertThat(CommandOptions.parse("--region", "eu-west-1").volumes)
        .allMatch(volume -> volume.region().equals("eu-west-1"))
        .extracting(EmulatedVolume::id)
        .containsExactly("vol-0a1b2c3d4e5f60001", "vol-0a1b2c3d4e5f60002", "vol-0a1b2c3d4e5f60003");
  }

  @Test
  void first_volume_of_an_instance_is_its_root() {
    CommandOptions options =
        CommandOptions.parse("--instance", "us-east-1/i-0abc=vol-127facd,vol-1ccc322");

    assertThat(options.instances.get(0).volumes())
        .containsEntry("/dev/xvda", "vol-127facd")
        .containsEntry("/dev/sdf", "vol-1ccc322");
  }

  @ParameterizedTest
  @CsvSource({
    "--port,  many,          --port 4588",
    "--port,  70000,         --port 4588",
    "--volume, vol-127facd,  --volume us-east-1/vol-127facd=8",
    "--volume, us-east-1/vol-127facd=0, --volume us-east-1/vol-127facd=8",
    "--completes-after, soon, --completes-after 3s",
    "--speed, fast,          --speed 60",
    "--instance, us-east-1/vol-1=vol-2, --instance us-east-1/i-0abc=",
    "--ports, 1,             --help"
  })
  void mistake_is_answered_with_what_to_write(String option, String value, String advice) {
    assertThatThrownBy(() -> CommandOptions.parse(option, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(option)
        .hasMessageContaining(advice);
  }
}
