package io.github.quartermaster.ebs.testkit.internal.serve;

import io.github.quartermaster.ebs.testkit.internal.ec2.Parameters;
import io.github.quartermaster.ebs.testkit.internal.ec2.RestService;
import io.github.quartermaster.ebs.testkit.internal.ec2.Service;
import io.github.quartermaster.ebs.testkit.internal.http.HttpConnection;
import io.github.quartermaster.ebs.testkit.internal.http.HttpHandler;
import io.github.quartermaster.ebs.testkit.internal.http.HttpRequest;
import io.github.quartermaster.ebs.testkit.internal.http.HttpResponse;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Moment;
import io.github.quartermaster.ebs.testkit.model.RequestHook;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves every request of the emulator's port. Thread-safe. */
public final class RequestServer implements HttpHandler {
  private static final String CONTROL = "/_emulator/";

  private final Map<String, Service> services;
  private final Service usual;
  private final RequestLog log;
  private final FaultScript faults;
  private final Clock clock;
  private final HttpHandler control;
  private final List<RequestHook> hooks = new CopyOnWriteArrayList<>();

  /**
   * A server of those services.
   *
   * @param services by the names that requests are signed for; {@code ec2} is one of them
   * @param control serves what is asked of the emulator itself
   */
  public RequestServer(
      Map<String, Service> services,
      RequestLog log,
      FaultScript faults,
      Clock clock,
      HttpHandler control) {
    this.services = Map.copyOf(services);
    this.usual = Optional.ofNullable(services.get("ec2")).orElseThrow();
    this.log = log;
    this.faults = faults;
    this.clock = clock;
    this.control = control;
  }

  /** Has a hook called at each moment of each request, after those added before. */
  public void addHook(RequestHook hook) {
    hooks.add(hook);
  }

  @Override
  public void handle(HttpRequest request, HttpConnection connection) throws IOException {
    if (request.path().startsWith(CONTROL)) {
      control.handle(request, connection);
      return;
    }
    Optional<SignedScope> scope = SignedScope.of(request);
    if (scope.isEmpty()) {
      refuse(connection, 403, "MissingAuthenticationToken", "Request is missing a signature");
      return;
    }
    if (services.get(scope.get().service()) instanceof RestService rest) {
      serveRest(rest, scope.get(), request, connection);
      return;
    }
    Optional<String> target = request.header("x-amz-target");
    Parameters parameters;
    try {
      parameters = target.isPresent() ? Parameters.parseJson(request.body()) : form(request);
    } catch (IllegalArgumentException noForm) {
      refuse(connection, 400, "MalformedQueryString", "The parameters are no form");
      return;
    }
    String action =
        target
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .orElse(parameters.text("Action").orElse(""));
    if (action.isEmpty() || action.length() > 100) {
      refuse(connection, 400, "MissingAction", "The request must contain the parameter Action");
      return;
    }
    serve(scope.get(), action, parameters, connection);
  }

  private void serveRest(
      RestService rest, SignedScope scope, HttpRequest request, HttpConnection connection)
      throws IOException {
    Optional<RestService.RestCall> call;
    try {
      call =
          rest.call(
              request.method(), request.path(), Parameters.parse(request.query()), request.body());
    } catch (IllegalArgumentException unreadable) {
      call = Optional.empty();
    }
    if (call.isEmpty()) {
      String error = rest.error("UnknownOperationException", "There is no such path", "none");
      connection.send(HttpResponse.of(404, rest.contentType(), error));
      return;
    }
    serve(scope, call.get().action(), call.get().parameters(), connection);
  }

  private static Parameters form(HttpRequest request) {
    return Parameters.parse(request.method().equals("GET") ? request.query() : request.body());
  }

  private void serve(
      SignedScope scope, String action, Parameters parameters, HttpConnection connection)
      throws IOException {
    EmulatedRequest request =
        log.add(scope.service(), action, scope.region(), parameters.all(), clock.instant());
    hook(Moment.BEFORE_ACTION, request);
    ApiExchange exchange =
        new ApiExchange(
            services.getOrDefault(scope.service(), usual),
            parameters,
            request,
            this::hook,
            connection,
            outcome -> log.answered(request.withOutcome(outcome)));
    Optional<Fault> fault = faults.next(request);
    EmulatedRequest answered = request.withOutcome("failed");
    try {
      String outcome = fault.isPresent() ? exchange.serve(fault.get()) : exchange.serve();
      answered = request.withOutcome(outcome);
    } finally {
      log.answered(answered);
      hook(Moment.AFTER_ANSWER, answered);
    }
  }

  private void hook(Moment moment, EmulatedRequest request) {
    hooks.forEach(hook -> hook.reached(moment, request));
  }

  private void refuse(HttpConnection connection, int status, String code, String message)
      throws IOException {
    connection.send(
        HttpResponse.of(status, usual.contentType(), usual.error(code, message, "none")));
  }
}
