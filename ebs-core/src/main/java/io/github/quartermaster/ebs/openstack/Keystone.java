package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logs in, and keeps what it got until somebody finds it refused. Whatever goes wrong here, nothing
 * was asked of Cinder yet: it can be tried again. Safe for use by several threads.
 */
final class Keystone {
  private final Settings settings;
  private final Transport transport;
  private @Nullable Session session;

  Keystone(Settings settings, Transport transport) {
    this.settings = settings;
    this.transport = transport;
  }

  /** The session, of an earlier login where there is one. */
  synchronized Answer<Session> session() {
    return session == null ? login() : new Done<>(session);
  }

  /** A session other than the refused one. */
  synchronized Answer<Session> insteadOf(Session refused) {
    if (refused.equals(session)) {
      session = null;
    }
    return session();
  }

  private Answer<Session> login() {
    URI address = URI.create(settings.identity() + "/auth/tokens");
    try {
      Reply reply =
          transport.send("POST", address, Map.of(), JsonText.write(settings.login().body()));
      if (!reply.isGood()) {
        return refused(reply);
      }
      Session fresh = understand(reply);
      session = fresh;
      return new Done<>(fresh);
    } catch (IOException failure) {
      return Failures.untrusted(failure)
          .<Answer<Session>>map(why -> new Refused<>(Refused.Reason.INVALID, why))
          .orElseGet(() -> passing("no answer: " + Failures.words(failure)));
    } catch (SenselessAnswerException | IllegalArgumentException failure) {
      return passing(ServerWords.of(failure.getMessage()));
    }
  }

  private Session understand(Reply reply) {
    Optional<String> token = reply.header("x-subject-token").filter(text -> !text.isBlank());
    Json told = reply.json().at("token");
    if (token.isEmpty() || !told.isObject()) {
      throw new SenselessAnswerException("the answer holds no token");
    }
    return new Session(token.get(), Catalog.of(told.at("catalog"), settings.endpoints()));
  }

  private Answer<Session> refused(Reply reply) {
    String words = Failures.words(reply);
    if (reply.status() == 401 || reply.status() == 403 || reply.status() == 404) {
      return new Refused<>(
          Refused.Reason.CREDENTIALS,
          "Keystone at "
              + settings.identity()
              + " does not accept the "
              + settings.login()
              + " of "
              + settings.source()
              + ": "
              + words);
    }
    return reply.status() == 400
        ? new Refused<>(Refused.Reason.CREDENTIALS, at() + words)
        : passing(words);
  }

  private Answer<Session> passing(String why) {
    return new Wait<>(Wait.Reason.NOT_READY, Duration.ZERO, at() + why);
  }

  private String at() {
    return "tried to log in at " + settings.identity() + " as " + settings.source() + " says; ";
  }
}
