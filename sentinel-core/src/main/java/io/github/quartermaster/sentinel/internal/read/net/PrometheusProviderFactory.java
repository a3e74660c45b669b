package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.Blame;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes checks of what a Prometheus knows. */
public final class PrometheusProviderFactory implements HealthProviderFactory {
  private static final String DEFAULT_URL = "http://localhost:9090";
  private static final String QUERY = "query";
  private static final String UNIT = "unit";
  private static final String LABEL = "label";
  private static final String NO_DATA = "no-data";
  private static final String OK = "ok";
  private static final String BLAME = "blame";
  private static final String OWN = "own";
  private static final String TOKEN = "bearer-token";

  /** For {@link java.util.ServiceLoader}. */
  public PrometheusProviderFactory() {}

  @Override
  public String type() {
    return "prometheus";
  }

  @Override
  public String description() {
    return "Asks a Prometheus for a value; it is the value that is checked, not the Prometheus";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.required(
            QUERY, Parameter.Type.TEXT, "The query in PromQL, for a vector or a scalar"));
    parameters.add(
        Parameter.optional(WebSettings.URL, Parameter.Type.TEXT, "Where the Prometheus is")
            .defaultsTo(DEFAULT_URL));
    parameters.add(
        Parameter.limit(
            WebSettings.WARN, Parameter.Type.UPPER_LIMIT, "", "What the values may be"));
    parameters.add(
        Parameter.limit(
            WebSettings.CRIT,
            Parameter.Type.UPPER_LIMIT,
            "",
            "What the values may be before it is critical"));
    parameters.add(Parameter.optional(UNIT, Parameter.Type.TEXT, "The unit of the values"));
    parameters.add(
        Parameter.optional(
            LABEL,
            Parameter.Type.TEXT,
            "A label of the series: each of its values becomes a component of its own; without it"
                + " there is one component, and its worst series counts"));
    parameters.add(
        Parameter.choice(
                NO_DATA, List.of("unknown", OK), "What it means that there is no series at all")
            .defaultsTo("unknown"));
    parameters.add(
        Parameter.choice(
                BLAME,
                List.of("inheritable", OWN),
                "Whether what it finds can be the fault of what it requires")
            .defaultsTo("inheritable"));
    parameters.add(Parameter.optional(TOKEN, Parameter.Type.SECRET, "A token to send as bearer"));
    parameters.addAll(WebSettings.connection());
    return List.copyOf(parameters);
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    String url = settings.text(WebSettings.URL).orElse(DEFAULT_URL).strip().replaceAll("/+$", "");
    WebAddress.parse(url);
    String query = Settings.required(QUERY, settings.text(QUERY));
    URI uri =
        WebAddress.parse(
            url + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    Map<String, Secret> headers = new LinkedHashMap<>(WebSettings.headers(settings));
    settings
        .secret(TOKEN)
        .ifPresent(t -> headers.put("Authorization", new Secret("Bearer " + t.reveal())));
    boolean emptyIsFine = settings.text(NO_DATA).filter(OK::equals).isPresent();
    if (emptyIsFine && !settings.has(WebSettings.WARN) && !settings.has(WebSettings.CRIT)) {
      throw new IllegalArgumentException(
          "without limits and with no-data: ok every answer would do; set warn or crit");
    }
    boolean own = settings.text(BLAME).filter(OWN::equals).isPresent();
    return new PrometheusProvider(
        check,
        own ? Blame.OWN : Blame.INHERITABLE,
        new PrometheusQuery(
            new HttpCaller(Trust.of(settings), WebSettings.MOST_BYTES, 2),
            HttpCall.get(uri, headers)),
        settings.text(LABEL).orElse(""),
        new SeriesJudgement(
            settings.text(UNIT).orElse(""),
            WebSettings.warning(settings),
            WebSettings.critical(settings),
            emptyIsFine));
  }
}
