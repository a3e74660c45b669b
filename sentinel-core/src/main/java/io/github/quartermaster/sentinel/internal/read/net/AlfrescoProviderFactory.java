package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Makes checks of Alfresco repositories, by their own probes. */
public final class AlfrescoProviderFactory implements HealthProviderFactory {
  private static final String DEFAULT_URL = "http://localhost:8080/alfresco";
  // Alfresco REST API, "probes", since 6.0
  private static final String PROBES = "/api/-default-/public/alfresco/versions/1/probes/";

  /** For {@link java.util.ServiceLoader}. */
  public AlfrescoProviderFactory() {}

  @Override
  public String type() {
    return "alfresco";
  }

  @Override
  public String description() {
    return "Asks an Alfresco repository whether it is alive and ready to serve";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.optional(
                WebSettings.URL, Parameter.Type.TEXT, "Where the repository is, with its context")
            .defaultsTo(DEFAULT_URL));
    parameters.addAll(WebSettings.latency());
    parameters.addAll(WebSettings.connection());
    parameters.addAll(WebSettings.certificate());
    return List.copyOf(parameters);
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    String text = settings.text(WebSettings.URL).orElse(DEFAULT_URL);
    URI base = WebAddress.parse(text);
    String prefix = text.strip().replaceAll("/+$", "") + PROBES;
    AlfrescoQuestion question =
        new AlfrescoQuestion(
            new HttpCaller(Trust.of(settings), WebSettings.MOST_BYTES, 0),
            HttpCall.get(WebAddress.parse(prefix + "-ready-"), WebSettings.headers(settings)),
            HttpCall.get(WebAddress.parse(prefix + "-live-"), WebSettings.headers(settings)),
            new Expectation(
                StatusCodes.parse(List.of("2xx")),
                List.of(),
                List.of(),
                WebSettings.warning(settings),
                WebSettings.critical(settings)));
    return new WebProvider(check, type(), WebSettings.ladder(check, base, settings), question);
  }
}
