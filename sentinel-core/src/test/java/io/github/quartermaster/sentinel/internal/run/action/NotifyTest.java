package io.github.quartermaster.sentinel.internal.run.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.quartermaster.sentinel.internal.http.StubServer;
import io.github.quartermaster.sentinel.internal.process.Script;
import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionContext;
import io.github.quartermaster.sentinel.model.ActionOutcome;
import io.github.quartermaster.sentinel.model.ActionPreview;
import io.github.quartermaster.sentinel.model.ComponentId;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody hears of it: by a real program, a real server, and a script in the place of sendmail.
 */
@Timeout(120)
class NotifyTest {
  private static final String SUMMARY = "Sentinel on web1: disk:/var: CRITICAL, 100 % used";

  @TempDir Path temp;
  private Path sendmail;

  @BeforeEach
  void make() throws IOException {
    temp = temp.toRealPath();
    sendmail =
        Script.of(temp, "sendmail", "cat > " + temp + "/mail", "echo \"$@\" > " + temp + "/args");
  }

  @Test
  void program_gets_what_there_is_to_say_in_its_environment() throws Exception {
    Path script = Script.of(temp, "page", "echo \"$1: $SENTINEL_SUMMARY\" > " + temp + "/page.out");
    Action action = action(Map.of("exec", List.of(script.toString(), "ops")));

    assertThat(action.preview(context()))
        .isEqualTo(ActionPreview.of("would tell ops by " + script + " with 1 argument"));
    assertThat(action.run(context()))
        .isEqualTo(new ActionOutcome.Done("told ops by " + script + " with 1 argument"));
    assertThat(Files.readString(temp.resolve("page.out"))).isEqualTo("ops: " + SUMMARY + "\n");
  }

  @Test
  void webhook_gets_json_that_chats_show() throws Exception {
    try (StubServer server = StubServer.answering("ok")) {
      Action action =
          action(
              Map.of(
                  "webhook",
                  new Secret(server.url() + "/hooks/hunter2?key=hunter3"),
                  "headers",
                  Map.of("Authorization", new Secret("Bearer hunter4"))));

      ActionPreview preview = action.preview(context());
      ActionOutcome outcome = action.run(context());

      assertThat(preview.text()).isEqualTo("would tell ops by webhook of " + server.url());
      assertThat(outcome)
          .isEqualTo(new ActionOutcome.Done("told ops by webhook of " + server.url()));
      StubServer.Heard heard = server.heard().get(0);
      assertThat(heard.method()).isEqualTo("POST");
      assertThat(heard.path()).isEqualTo("/hooks/hunter2?key=hunter3");
      assertThat(heard.authorization()).isEqualTo("Bearer hunter4");
      JsonNode json = new ObjectMapper().readTree(heard.body());
      assertThat(json.get("summary").asText()).isEqualTo(SUMMARY);
      assertThat(json.get("text").asText()).startsWith(SUMMARY).contains("status: CRITICAL");
      assertThat(json.get("facts").get("SENTINEL_COMPONENT").asText()).isEqualTo("disk:/var");
    }
  }

  @Test
  void webhook_that_refuses_or_leads_elsewhere_is_a_failure_without_a_secret() throws Exception {
    try (StubServer server = StubServer.answering("")) {
      Action action =
          action(
              Map.of(
                  "webhook",
                  new Secret(server.url() + "/hunter2"),
                  "headers",
                  Map.of("X-Key", new Secret("hunter4"))));
      server.andNow(403, "hunter4 is not allowed here");
      assertThat(action.run(context()).message())
          .startsWith("could not tell ops: 127.0.0.1:")
          .endsWith("answers HTTP 403: *** is not allowed here")
          .doesNotContain("hunter2");

      server.andNow(302, "");
      assertThat(action.run(context())).isInstanceOf(ActionOutcome.Failed.class);
      assertThat(server.heard()).hasSize(2);
    }
  }

  @Test
  void mail_is_a_message_that_a_mail_server_takes() throws Exception {
    Action action =
        action(Map.of("mail", List.of("ops@example.org", "root"), "from", "sentinel@example.org"));

    assertThat(action.run(context()))
        .isEqualTo(new ActionOutcome.Done("told ops by mail to ops@example.org, root"));
    assertThat(Files.readString(temp.resolve("args")))
        .isEqualTo("-i -f sentinel@example.org ops@example.org root\n");
    String mail = Files.readString(temp.resolve("mail"));
    assertThat(mail)
        .startsWith("From: sentinel@example.org\nTo: ops@example.org,\n root\nSubject: =?UTF-8?B?")
        .contains("\nAuto-Submitted: auto-generated\n");
    assertThat(subject(mail)).isEqualTo(SUMMARY);
    assertThat(body(mail)).startsWith(SUMMARY + "\n\n").contains("component: disk:/var\n");
  }

  @Test
  void mail_program_that_never_reads_or_refuses_is_a_failure() throws Exception {
    Script.of(temp, "sendmail", "echo 'queue is full' >&2; exit 75");
    assertThat(action(Map.of("mail", List.of("root"))).run(context()))
        .isEqualTo(
            new ActionOutcome.Failed(
                "could not tell ops: " + sendmail + " ended with 75: queue is full"));

    Files.delete(sendmail);
    assertThat(action(Map.of("mail", List.of("root"))).preview(context()).objection())
        .isEqualTo(sendmail + " is not there, or not executable for this user");
  }

  @Test
  void one_way_that_fails_does_not_hinder_the_others() throws Exception {
    Map<String, Object> ways = Map.of("exec", List.of("no-such-program"), "mail", List.of("root"));

    assertThat(action(ways).preview(context()).objection()).isNull();
    ActionOutcome outcome = action(ways).run(context());

    assertThat(outcome)
        .isEqualTo(
            new ActionOutcome.Failed(
                "told ops by mail to root; could not tell ops: no-such-program is not there, or"
                    + " not executable for this user"));
    assertThat(temp.resolve("mail")).exists();
  }

  @Test
  void way_that_hangs_leaves_time_for_the_next() throws Exception {
    Path script = Script.of(temp, "page", "sleep 1000");
    ActionContext context =
        new ActionContext(new ComponentId("x"), "r", Map.of(), Deadline.in(Duration.ofSeconds(10)));

    ActionOutcome outcome =
        action(Map.of("exec", List.of(script.toString()), "mail", List.of("root"))).run(context);

    assertThat(outcome.message()).startsWith("told ops by mail to root; could not tell ops: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-oQ/tmp",
        "a b@c",
        "a@b\nBcc: c@d",
        "a@b,c@d",
        "<a@b>",
        "\"a\"@b",
        "a@",
        "@b",
        "a@-b",
        "a@b.",
        "|sh",
        "/etc/passwd",
        "a@b c",
        "é@b"
      })
  void what_is_no_address_is_refused(String address) {
    assertThatThrownBy(() -> action(Map.of("mail", List.of(address))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected mail addresses");
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> action(Map.of()))
        .hasMessage("expected exec, webhook or mail, found none of them");
    assertThatThrownBy(() -> action(Map.of("mail", List.of("a"), "headers", Map.of())))
        .hasMessage("headers and trust are for webhook, which is missing");
    assertThatThrownBy(() -> action(Map.of("exec", List.of("x"), "from", "a")))
        .hasMessage("from is for mail, which is missing");
    for (String url : List.of("ftp://hunter2", "hunter2", "http://u:hunter2@x/")) {
      assertThatThrownBy(() -> action(Map.of("webhook", new Secret(url))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("hunter2");
    }
    assertThatThrownBy(
            () ->
                action(
                    Map.of(
                        "webhook",
                        new Secret("http://x/"),
                        "headers",
                        Map.of("X", new Secret("a\r\nhunter2")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Property(tries = 500)
  void whatever_strangers_say_stays_in_the_encoded_parts_of_a_mail(@ForAll String text) {
    TreeMap<String, String> facts = new TreeMap<>(Map.of("SENTINEL_MESSAGE", text));
    Notice notice =
        Notice.of(
            new ActionContext(
                new ComponentId("x"),
                "r",
                Map.of("SENTINEL_SUMMARY", text, "SENTINEL_MESSAGE", text),
                Deadline.in(Duration.ofSeconds(1))));

    String mail =
        new MailTeller(Path.of("/x"), null, List.of(MailAddress.of("root"))).message(notice);

    assertThat(facts).isNotEmpty();
    assertThat(mail.substring(0, mail.indexOf("\n\n")).lines())
        .allSatisfy(
            line ->
                assertThat(line)
                    .hasSizeLessThan(100)
                    .matches(
                        "(?:To: root|Subject: .*| =\\?UTF-8\\?B\\?[A-Za-z0-9+/=]*\\?="
                            + "|Auto-Submitted: .*|MIME-Version: 1.0|Content-.*)"));
    assertThat(subject(mail)).isEqualTo(notice.summary());
    assertThat(body(mail)).isEqualTo(notice.text());
  }

  private static String subject(String mail) {
    String header = mail.substring(mail.indexOf("Subject: "), mail.indexOf("\nAuto-Submitted"));
    Matcher words = Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=").matcher(header);
    StringBuilder text = new StringBuilder();
    while (words.find()) {
      text.append(new String(Base64.getDecoder().decode(words.group(1)), UTF_8));
    }
    return text.toString();
  }

  private static String body(String mail) {
    return new String(
        Base64.getMimeDecoder().decode(mail.substring(mail.indexOf("\n\n") + 2)), UTF_8);
  }

  private static ActionContext context() {
    return new ActionContext(
        new ComponentId("disk:/var"),
        "free the disk",
        Map.of(
            "SENTINEL_SUMMARY", SUMMARY,
            "SENTINEL_COMPONENT", "disk:/var",
            "SENTINEL_STATUS", "CRITICAL"),
        Deadline.in(Duration.ofSeconds(60)));
  }

  private Action action(Map<String, Object> settings) {
    return new NotifyFactory(new Programs(List.of(Path.of("/bin"))))
        .create(Settings.of(settings).with("to", "ops").with("sendmail", sendmail));
  }
}
