package io.github.quartermaster.sentinel.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
  @TempDir Path folder;
  private Path config;
  private Path included;

  @BeforeEach
  void write() throws IOException {
    config = folder.resolve("sentinel.yaml");
    included = folder.resolve("common.yaml");
    Files.writeString(included, "sentinel: 1\nchecks: {cpu: {type: cpu}}\n");
    Files.writeString(config, "sentinel: 1\ninclude: common.yaml\n");
  }

  @Test
  void what_stays_as_it_is_has_not_changed() {
    ConfigWatch watch = new ConfigWatch(config);

    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void a_change_is_told_once_and_only_when_nobody_writes_any_more() throws IOException {
    ConfigWatch watch = new ConfigWatch(config);
    Files.writeString(config, "sentinel: 1\nincl");
    assertThat(watch.hasChanged()).isFalse();
    Files.writeString(config, "sentinel: 1\ninclude: common.yaml # mended\n");
    assertThat(watch.hasChanged()).isFalse();

    assertThat(watch.hasChanged()).isTrue();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void what_is_included_counts_too() throws IOException {
    ConfigWatch watch = new ConfigWatch(config);
    Files.writeString(included, "sentinel: 1\nchecks: {memory: {type: memory}}\n");
    watch.hasChanged();

    assertThat(watch.hasChanged()).isTrue();
  }

  @Test
  void a_file_that_takes_the_place_of_another_is_a_change() throws IOException {
    ConfigWatch watch = new ConfigWatch(config);
    Path other = folder.resolve("new.yaml");
    Files.writeString(other, Files.readString(config));
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(config));
    Files.move(other, config, StandardCopyOption.REPLACE_EXISTING);
    watch.hasChanged();

    assertThat(watch.hasChanged()).isTrue();
  }

  @Test
  void a_file_that_is_gone_and_comes_again_are_two_changes() throws IOException {
    ConfigWatch watch = new ConfigWatch(config);
    String text = Files.readString(config);
    Files.delete(config);
    watch.hasChanged();
    assertThat(watch.hasChanged()).isTrue();

    Files.writeString(config, text);
    watch.hasChanged();
    assertThat(watch.hasChanged()).isTrue();
  }

  @Test
  void the_built_in_configuration_never_changes() {
    assertThat(new ConfigWatch(null).hasChanged()).isFalse();
  }
}
