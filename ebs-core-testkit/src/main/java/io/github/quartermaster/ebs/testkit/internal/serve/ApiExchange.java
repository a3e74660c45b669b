package io.github.quartermaster.ebs.testkit.internal.serve;

import io.github.quartermaster.ebs.testkit.internal.ec2.Paging;
import io.github.quartermaster.ebs.testkit.internal.ec2.Parameters;
import io.github.quartermaster.ebs.testkit.internal.ec2.Query;
import io.github.quartermaster.ebs.testkit.internal.ec2.RefusedException;
import io.github.quartermaster.ebs.testkit.internal.ec2.Service;
import io.github.quartermaster.ebs.testkit.internal.ec2.ServiceAnswer;
import io.github.quartermaster.ebs.testkit.internal.http.HttpConnection;
import io.github.quartermaster.ebs.testkit.internal.http.HttpResponse;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.Fault;
import io.github.quartermaster.ebs.testkit.model.Moment;
import io.github.quartermaster.ebs.testkit.model.RequestHook;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** One request on its way through its service, or into a fault. For use by one thread. */
final class ApiExchange {
  private final Service service;
  private final Parameters parameters;
  private final EmulatedRequest request;
  private final RequestHook hook;
  private final HttpConnection connection;
  private final Consumer<String> noted;
  private final String requestId = UUID.randomUUID().toString();

  /**
   * One request on its connection.
   *
   * @param noted is told what becomes of the request before its client can see that
   */
  ApiExchange(
      Service service,
      Parameters parameters,
      EmulatedRequest request,
      RequestHook hook,
      HttpConnection connection,
      Consumer<String> noted) {
    this.service = service;
    this.parameters = parameters;
    this.request = request;
    this.hook = hook;
    this.connection = connection;
    this.noted = noted;
  }

  /** Serves the request; returns what became of it, for the log. */
  String serve() throws IOException {
    return send(act(Paging.SOUND));
  }

  /** Serves the request as the fault wants it; returns what became of it, for the log. */
  String serve(Fault fault) throws IOException {
    if (fault instanceof Fault.ErrorAnswer error) {
      actIf(error.done());
      return send(
          new Reply(
              response(
                  error.status(),
                  service.error(error.code(), error.message(), requestId),
                  error.headers()),
              error.status() + " " + error.code() + " by script"));
    }
    if (fault instanceof Fault.RawAnswer raw) {
      actIf(raw.done());
      return send(
          new Reply(
              new HttpResponse(raw.status(), raw.contentType(), raw.body(), raw.headers()),
              raw.status() + " by script"));
    }
    if (fault instanceof Fault.NoAnswer none) {
      actIf(none.done());
      return end(none.reset(), "");
    }
    if (fault instanceof Fault.HalfAnswer half) {
      connection.sendHalf(act(Paging.SOUND).response);
      hook.reached(Moment.MID_ANSWER, request);
      return end(half.reset(), " in the body");
    }
    if (fault instanceof Fault.Delay delay) {
      return serveLate(delay);
    }
    if (fault instanceof Fault.Rewrite rewrite) {
      HttpResponse answer = act(Paging.SOUND).response;
      String body = rewrite.change().apply(answer.body());
      return send(
          new Reply(
              new HttpResponse(answer.status(), answer.contentType(), body, answer.headers()),
              answer.status() + " rewritten by script"));
    }
    return send(act(fault instanceof Fault.EmptyPage ? Paging.EMPTY_PAGE : Paging.STUCK_TOKEN));
  }

  /** An answer, and what the log says of it. */
  private record Reply(HttpResponse response, String outcome) {}

  private String serveLate(Fault.Delay delay) throws IOException {
    if (!delay.done()) {
      return connection.pause(delay.time()) ? serve() : "client gone";
    }
    Reply reply = act(Paging.SOUND);
    return connection.pause(delay.time()) ? send(reply) : "client gone";
  }

  private String end(boolean reset, String where) throws IOException {
    String outcome = (reset ? "reset" : "closed") + where;
    noted.accept(outcome);
    if (reset) {
      connection.reset();
    } else {
      connection.close();
    }
    return outcome;
  }

  private void actIf(boolean wanted) {
    if (wanted) {
      act(Paging.SOUND);
    }
  }

  private Reply act(Paging paging) {
    Reply reply;
    try {
      ServiceAnswer answer =
          service.wholeAnswer(
              new Query(request.region(), request.action(), parameters, requestId, paging));
      reply = new Reply(withId(200, answer.contentType(), answer.body(), answer.headers()), "200");
    } catch (RefusedException refusal) {
      int status = Fault.error(refusal.code()).status();
      reply =
          new Reply(
              response(status, service.error(refusal.code(), refusal.text(), requestId), Map.of()),
              status + " " + refusal.code());
    }
    hook.reached(Moment.AFTER_ACTION, request);
    return reply;
  }

  private HttpResponse response(int status, String body, Map<String, String> headers) {
    return withId(status, service.contentType(), body, headers);
  }

  /** With the request's id in a header, where all services have it, and KMS has no other place. */
  private HttpResponse withId(
      int status, String contentType, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("x-amzn-RequestId", requestId);
    return new HttpResponse(status, contentType, body, all);
  }

  private String send(Reply reply) throws IOException {
    noted.accept(reply.outcome);
    connection.send(reply.response, () -> hook.reached(Moment.MID_ANSWER, request));
    return reply.outcome;
  }
}
