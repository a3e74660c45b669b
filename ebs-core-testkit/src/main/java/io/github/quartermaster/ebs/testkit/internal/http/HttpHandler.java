package io.github.quartermaster.ebs.testkit.internal.http;

import java.io.IOException;

/** Serves requests; called by many threads at the same time. */
@FunctionalInterface
public interface HttpHandler {

  /** Answers one request, or ends its connection. */
  void handle(HttpRequest request, HttpConnection connection) throws IOException;
}
