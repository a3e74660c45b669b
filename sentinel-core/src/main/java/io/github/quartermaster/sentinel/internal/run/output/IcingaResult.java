package io.github.quartermaster.sentinel.internal.run.output;

import io.github.quartermaster.sentinel.model.Bulletin;
import io.github.quartermaster.sentinel.model.Deadline;
import io.github.quartermaster.sentinel.model.ResultOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Tells an Icinga 2 by {@code POST /v1/actions/process-check-result}.
 *
 * @param connection the way to it
 * @param service the passive service
 * @param validFor how long a result holds
 */
record IcingaResult(MonitorConnection connection, NagiosService service, Duration validFor)
    implements ResultOutput {
  private static final String PATH = "/v1/actions/process-check-result";

  @Override
  public void tell(Bulletin bulletin, Deadline deadline) throws IOException, InterruptedException {
    connection.post(PATH, json(bulletin), deadline);
  }

  private String json(Bulletin bulletin) {
    String text = bulletin.pluginText().strip();
    int lineEnd = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    String firstLine = text.substring(0, lineEnd);
    int bar = firstLine.indexOf('|');
    String words = bar < 0 ? firstLine : firstLine.substring(0, bar);
    List<String> data = bar < 0 ? List.of() : PerformanceItems.of(firstLine.substring(bar + 1));
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("type", "Service");
          json.writeStringField("service", service.hostOf(bulletin) + "!" + service.service());
          json.writeNumberField("exit_status", bulletin.verdict().exitCode());
          json.writeStringField("plugin_output", words + text.substring(lineEnd));
          json.writeArrayFieldStart("performance_data");
          for (String item : data) {
            json.writeString(item);
          }
          json.writeEndArray();
          json.writeStringField("check_source", bulletin.host());
          json.writeNumberField("ttl", validFor.toSeconds());
          json.writeEndObject();
        });
  }
}
