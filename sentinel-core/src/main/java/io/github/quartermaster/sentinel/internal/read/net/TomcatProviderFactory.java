package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes checks of Tomcats: whether the connector answers, and how busy it is. */
public final class TomcatProviderFactory implements HealthProviderFactory {
  private static final String DEFAULT_URL = "http://localhost:8080/";
  private static final String BUSY_WARN = "busy-warn";
  private static final String BUSY_CRIT = "busy-crit";
  private static final String HEAP_WARN = "heap-warn";
  private static final String HEAP_CRIT = "heap-crit";

  /** For {@link java.util.ServiceLoader}. */
  public TomcatProviderFactory() {}

  @Override
  public String type() {
    return "tomcat";
  }

  @Override
  public String description() {
    return "Asks whether a Tomcat answers, and with a user of its manager how busy it is";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.optional(
                WebSettings.URL,
                Parameter.Type.TEXT,
                "Its root; any answer but a server error will do, since there may be no page")
            .defaultsTo(DEFAULT_URL));
    parameters.addAll(WebSettings.latency());
    parameters.add(percent(BUSY_WARN, "How many of a connector's threads may be busy"));
    parameters.add(percent(BUSY_CRIT, "How many may be busy before it is critical"));
    parameters.add(percent(HEAP_WARN, "How much of the heap may be used"));
    parameters.add(percent(HEAP_CRIT, "How much may be used before it is critical"));
    // a user with the role manager-status
    parameters.addAll(WebSettings.connection());
    parameters.addAll(WebSettings.certificate());
    return List.copyOf(parameters);
  }

  private static Parameter percent(String name, String description) {
    return Parameter.limit(name, Parameter.Type.UPPER_LIMIT, "%", description);
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    URI root = WebAddress.parse(settings.text(WebSettings.URL).orElse(DEFAULT_URL));
    Map<String, Secret> headers = WebSettings.headers(settings);
    HttpCaller caller = new HttpCaller(Trust.of(settings), WebSettings.MOST_BYTES, 0);
    Expectation anything =
        new Expectation(
            StatusCodes.parse(List.of("100-499")),
            List.of(),
            List.of(),
            WebSettings.warning(settings),
            WebSettings.critical(settings));
    // the password is for the manager alone, and without one there is nothing to ask it
    HttpCall status = HttpCall.get(root.resolve("/manager/status?XML=true"), headers);
    TomcatStatus.Limits limits =
        new TomcatStatus.Limits(
            settings.range(BUSY_WARN).orElse(null),
            settings.range(BUSY_CRIT).orElse(null),
            settings.range(HEAP_WARN).orElse(null),
            settings.range(HEAP_CRIT).orElse(null));
    if (limits.any() && headers.isEmpty()) {
      throw new IllegalArgumentException(
          "the manager tells how busy it is, and only to a user; there is none");
    }
    TomcatQuestion question =
        new TomcatQuestion(
            new PageQuestion(caller, HttpCall.get(root, Map.of()), anything),
            headers.isEmpty() ? Optional.empty() : Optional.of(status),
            limits);
    return new WebProvider(check, type(), WebSettings.ladder(check, root, settings), question);
  }
}
