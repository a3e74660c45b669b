package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Region;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request to Cinder, and whatever may come of it as an {@link Answer}. Before the first one to
 * a region it logs in and asks which versions are spoken there; a token that is refused is replaced
 * once, since nothing was done with it. Safe for use by several threads.
 */
final class CinderCalls {
  /** An address with or without the project behind the version. */
  private static final Pattern VERSIONED = Pattern.compile("^(.*?)/v3(?:/[^/?#]+)?$");

  private final Keystone keystone;
  private final Transport transport;
  private final Map<Region, Microversion> versions = new ConcurrentHashMap<>();

  CinderCalls(Keystone keystone, Transport transport) {
    this.keystone = keystone;
    this.transport = transport;
  }

  /** Where the services are. */
  Answer<Catalog> catalog() {
    return keystone.session().map(Session::catalog);
  }

  <T> Answer<T> get(Region region, String path, Function<Json, T> understand) {
    return send(region, "GET", path, null, understand);
  }

  <T> Answer<T> post(
      Region region, String path, Map<String, ?> body, Function<Json, T> understand) {
    return send(region, "POST", path, JsonText.write(body), understand);
  }

  <T> Answer<T> put(Region region, String path, Map<String, ?> body, Function<Json, T> understand) {
    return send(region, "PUT", path, JsonText.write(body), understand);
  }

  <T> Answer<T> delete(Region region, String path, T done) {
    return send(region, "DELETE", path, null, nothing -> done);
  }

  /** The version that is spoken with a region: the newest that both sides know. */
  Answer<Microversion> version(Region region) {
    Microversion known = versions.get(region);
    if (known != null) {
      return new Done<>(known);
    }
    return Answers.then(
        address(region),
        address -> {
          Matcher form = VERSIONED.matcher(address.toString());
          URI root = URI.create((form.matches() ? form.group(1) : address.toString()) + "/");
          Answer<Microversion> told = exchange("GET", root, Map.of(), null, CinderCalls::newest);
          if (told instanceof Done<Microversion> version) {
            versions.put(region, version.value());
          }
          return told;
        });
  }

  private static Microversion newest(Json document) {
    return document.at("versions").elements().stream()
        .map(version -> Microversion.parse(version.text("version")))
        .flatMap(Optional::stream)
        .max((one, other) -> Integer.compare(one.minor(), other.minor()))
        .map(newest -> newest.orOlder(Microversion.NEWEST))
        .orElseThrow(
            () -> new SenselessAnswerException("the list of versions has none of Cinder's API 3"));
  }

  private <T> Answer<T> send(
      Region region,
      String method,
      String path,
      byte @Nullable [] body,
      Function<Json, T> understand) {
    return Answers.then(
        version(region),
        version ->
            Answers.then(
                keystone.session(),
                session ->
                    renewing(
                        session,
                        valid -> send(valid, version, region, method, path, body, understand))));
  }

  /** With another token where the first one is refused; nothing was done with that. */
  private <T> Answer<T> renewing(Session session, Function<Session, Answer<T>> call) {
    Answer<T> answer = call.apply(session);
    if (!isUnauthorized(answer)) {
      return answer;
    }
    return Answers.then(
        keystone.insteadOf(session),
        renewed -> {
          Answer<T> again = call.apply(renewed);
          return isUnauthorized(again)
              ? new Refused<>(
                  Refused.Reason.PERMISSION,
                  ((Refused<T>) again).why()
                      + "; Cinder refuses also a new token, as it does where the access rules of"
                      + " an application credential do not name this request")
              : again;
        });
  }

  private static boolean isUnauthorized(Answer<?> answer) {
    return answer instanceof Refused<?> no && no.reason() == Refused.Reason.CREDENTIALS;
  }

  private <T> Answer<T> send(
      Session session,
      Microversion version,
      Region region,
      String method,
      String path,
      byte @Nullable [] body,
      Function<Json, T> understand) {
    Optional<URI> base = session.catalog().volumesOf(region);
    if (base.isEmpty()) {
      return new Refused<>(Refused.Reason.UNSUPPORTED, noService(region));
    }
    Map<String, String> headers =
        Map.of("X-Auth-Token", session.token(), "OpenStack-API-Version", "volume " + version);
    return exchange(method, URI.create(base.get() + path), headers, body, understand);
  }

  private <T> Answer<T> exchange(
      String method,
      URI address,
      Map<String, String> headers,
      byte @Nullable [] body,
      Function<Json, T> understand) {
    try {
      Reply reply = transport.send(method, address, headers, body);
      // the list of versions comes with "multiple choices"
      return reply.isGood() || reply.status() == 300
          ? new Done<>(understand.apply(reply.json()))
          : Failures.answer(reply);
    } catch (IOException failure) {
      return Failures.untrusted(failure)
          .<Answer<T>>map(why -> new Refused<>(Refused.Reason.INVALID, why))
          .orElseGet(() -> new Ambiguous<>("no answer: " + Failures.words(failure)));
    } catch (SenselessAnswerException | IllegalArgumentException failure) {
      return new Ambiguous<>(ServerWords.of(failure.getMessage()));
    }
  }

  private Answer<URI> address(Region region) {
    return Answers.then(
        catalog(),
        catalog ->
            catalog
                .volumesOf(region)
                .<Answer<URI>>map(Done::new)
                .orElseGet(() -> new Refused<>(Refused.Reason.UNSUPPORTED, noService(region))));
  }

  private static String noService(Region region) {
    return "the catalog has no block storage in " + region;
  }
}
