package io.github.quartermaster.ebs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:4588, true",
    "http://127.0.0.1:4588, true",
    "http://[::1]:4588, true",
    "https://ec2.us-east-1.amazonaws.com, false",
    "http://localhost.example.com, false",
    "not a uri, false",
    "nothing, false"
  })
  void only_this_machine_is_local(String endpoint, boolean local) {
    assertThat(Offline.isLocal(endpoint)).isEqualTo(local);
  }

  @Test
  void cloud_on_this_machine_needs_no_network() {
    MavenSession session = new Workbench(Path.of("")).offline().session();
    session.getUserProperties().setProperty("aws.endpointUrlEc2", "http://127.0.0.1:4588");

    assertThatCode(() -> Offline.refuse(session)).doesNotThrowAnyException();
  }
}
