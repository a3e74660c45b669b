package io.github.quartermaster.ebs.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.internal.command.EmulatorCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The program, in a process of its own. */
@Timeout(60)
class EmulatorCommandTest {
  private Process program;
  private BufferedReader output;
  private URI endpoint;

  @BeforeEach
  void start() throws IOException {
    program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                EmulatorCommand.class.getProtectionDomain().getCodeSource().getLocation().getPath(),
                EmulatorCommand.class.getName(),
                "--port",
                "0",
                "--volume",
                "us-east-1/vol-127facd=8",
                "--completes-after",
                "1h")
            .redirectErrorStream(true)
            .start();
    output = new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8));
    String first = output.readLine();
    assertThat(first).startsWith("EC2 emulator at http://127.0.0.1:").contains("vol-127facd");
    endpoint = URI.create(first.replaceAll(".* at ([^,]+),.*", "$1"));
  }

  @AfterEach
  void stop() {
    program.destroyForcibly();
  }

  @Test
  void it_says_how_to_reach_it_serves_and_ends_when_told() throws Exception {
    assertThat(output.readLine())
        .startsWith(
            "mvn -Daws.endpointUrlEc2="
                + endpoint
                + " -Daws.endpointUrlSts="
                + endpoint
                + " -Daws.endpointUrlKms="
                + endpoint)
        .contains("-Daws.region=us-east-1 -Daws.disableEc2Metadata=true");
    try (Ec2Client client = client()) {
      client.createSnapshot(request -> request.volumeId("vol-127facd"));
    }
    assertThat(output.readLine())
        .isEqualTo("#1 CreateSnapshot us-east-1 VolumeId=vol-127facd -> 200");
    assertThat(send("GET", "/_emulator/snapshots")).contains("\"state\":\"pending\"");
    assertThat(send("POST", "/_emulator/advance?seconds=3600")).contains("T");
    assertThat(send("GET", "/_emulator/snapshots")).contains("\"state\":\"completed\"");
    assertThat(send("GET", "/_emulator/requests"))
        .contains("\"action\":\"CreateSnapshot\"", "\"outcome\":\"200\"");

    program.destroy();

    assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void browser_is_refused() throws Exception {
    HttpRequest fromPage =
        HttpRequest.newBuilder(endpoint.resolve("/_emulator/requests"))
            .header("Origin", "https://example.org")
            .build();

    assertThat(HttpClient.newHttpClient().send(fromPage, BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  private String send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private Ec2Client client() {
    return Ec2Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
