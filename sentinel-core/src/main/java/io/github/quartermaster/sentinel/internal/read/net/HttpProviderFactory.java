package io.github.quartermaster.sentinel.internal.read.net;

import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes checks of pages, with everything between the name of the server and its answer. */
public final class HttpProviderFactory implements HealthProviderFactory {
  private static final String METHOD = "method";
  private static final String GET = "GET";
  private static final String BODY = "body";
  private static final String STATUS = "status";
  private static final String SUCCESS = "2xx";
  private static final String CONTAINS = "contains";
  private static final String NOT_CONTAINS = "not-contains";
  private static final String MAX_BYTES = "max-bytes";
  private static final String REDIRECTS = "redirects";
  private static final long MOST_REDIRECTS = 5;
  private static final long LARGEST = 64L * 1024 * 1024;

  /** For {@link java.util.ServiceLoader}. */
  public HttpProviderFactory() {}

  @Override
  public String type() {
    return "http";
  }

  @Override
  public String description() {
    return "Asks a web server for a page, and tells whether name, network, port, certificate or"
        + " application fail";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.required(WebSettings.URL, Parameter.Type.TEXT, "The page, http:// or https://"));
    parameters.addAll(WebSettings.latency());
    parameters.add(
        Parameter.optional(
                STATUS,
                Parameter.Type.TEXTS,
                "The status codes that are fine: 200, 2xx or 200-299; another one from 500 on is as"
                    + " bad as no answer")
            .defaultsTo(SUCCESS));
    parameters.add(
        Parameter.optional(
            CONTAINS, Parameter.Type.TEXTS, "Texts that the body has to hold, or it is critical"));
    parameters.add(
        Parameter.optional(
            NOT_CONTAINS, Parameter.Type.TEXTS, "Texts that the body must not hold"));
    parameters.add(
        Parameter.choice(METHOD, List.of(GET, "HEAD", "OPTIONS", "POST", "PUT"), "The method")
            .defaultsTo(GET));
    parameters.add(Parameter.optional(BODY, Parameter.Type.TEXT, "A body to send"));
    parameters.add(
        Parameter.optional(
                MAX_BYTES, Parameter.Type.SIZE, "How much of the body is read; the rest is left")
            .defaultsTo("1MiB"));
    parameters.add(
        Parameter.optional(
                REDIRECTS,
                Parameter.Type.INTEGER,
                "How many redirections are followed; never from https to http, to another"
                    + " server without headers and password, and not with a body")
            .defaultsTo(Long.toString(MOST_REDIRECTS)));
    parameters.addAll(WebSettings.connection());
    parameters.addAll(WebSettings.certificate());
    return List.copyOf(parameters);
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    URI uri = WebAddress.parse(Settings.required(WebSettings.URL, settings.text(WebSettings.URL)));
    HttpCall call =
        new HttpCall(
            settings.text(METHOD).orElse(GET),
            uri,
            WebSettings.headers(settings),
            settings.text(BODY).orElse(null));
    // what the JDK refuses to send is told before the first probe
    call.request(Duration.ofSeconds(1));
    List<String> statuses = settings.texts(STATUS);
    Expectation expectation =
        new Expectation(
            StatusCodes.parse(statuses.isEmpty() ? List.of(SUCCESS) : statuses),
            settings.texts(CONTAINS),
            settings.texts(NOT_CONTAINS),
            WebSettings.warning(settings),
            WebSettings.critical(settings));
    HttpCaller caller =
        new HttpCaller(
            Trust.of(settings),
            mostBytes(settings),
            settings.integer(REDIRECTS).orElse(MOST_REDIRECTS));
    return new WebProvider(
        check,
        type(),
        WebSettings.ladder(check, uri, settings),
        new PageQuestion(caller, call, expectation));
  }

  private static int mostBytes(Settings settings) {
    long bytes = settings.integer(MAX_BYTES).orElse((long) WebSettings.MOST_BYTES);
    if (bytes < 1 || bytes > LARGEST) {
      throw new IllegalArgumentException(MAX_BYTES + " is between 1 byte and 64 MiB");
    }
    return (int) bytes;
  }
}
