package io.github.quartermaster.sentinel.internal.run.action;

import io.github.quartermaster.sentinel.model.Action;
import io.github.quartermaster.sentinel.model.ActionFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Secret;
import io.github.quartermaster.sentinel.model.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes actions that tell somebody. */
final class NotifyFactory implements ActionFactory {
  private static final String EXEC = "exec";
  private static final String WEBHOOK = "webhook";
  private static final String HEADERS = "headers";
  private static final String TRUST = "trust";
  private static final String MAIL = "mail";
  private static final String FROM = "from";
  private static final String SENDMAIL = "sendmail";
  private static final String TO = "to";

  private final Programs programs;

  NotifyFactory(Programs programs) {
    this.programs = programs;
  }

  @Override
  public String type() {
    return "notify";
  }

  @Override
  public String description() {
    return "Tells somebody by a program, a webhook or mail, in each way that is set";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.optional(
            EXEC,
            Parameter.Type.TEXTS,
            "a program and its arguments, one each; what there is to say is in variables that begin"
                + " with SENTINEL_"),
        Parameter.optional(
            WEBHOOK,
            Parameter.Type.SECRET,
            "a URL that takes a POST with JSON, as chats do; never shown but for its server"),
        Parameter.optional(
            HEADERS, Parameter.Type.SECRETS, "headers for the webhook, by name; never shown"),
        Parameter.optional(
            TRUST,
            Parameter.Type.PATH,
            "certificates to trust for the webhook instead of the JDK's own, as a PEM file"),
        Parameter.optional(MAIL, Parameter.Type.TEXTS, "addresses, such as ops@example.org"),
        Parameter.optional(
            FROM, Parameter.Type.TEXT, "the sender of the mail; the user that this runs as if not"),
        Parameter.optional(
                SENDMAIL,
                Parameter.Type.PATH,
                "the program that takes mail as sendmail does, which Postfix, Exim, msmtp and their"
                    + " like bring")
            .defaultsTo("/usr/sbin/sendmail"));
  }

  @Override
  public boolean isReversible() {
    return true;
  }

  @Override
  public boolean onlyTells() {
    return true;
  }

  @Override
  public Action create(Settings settings) {
    List<Teller> tellers = new ArrayList<>();
    program(settings).ifPresent(tellers::add);
    webhook(settings).ifPresent(tellers::add);
    mail(settings).ifPresent(tellers::add);
    if (tellers.isEmpty()) {
      throw new IllegalArgumentException("expected exec, webhook or mail, found none of them");
    }
    return new Notify(settings.text(TO).orElse("somebody"), tellers);
  }

  private Optional<Teller> program(Settings settings) {
    List<String> words = settings.texts(EXEC);
    if (!settings.has(EXEC)) {
      return Optional.empty();
    }
    if (words.isEmpty() || words.get(0).isBlank()) {
      throw new IllegalArgumentException("expected a program in exec");
    }
    return Optional.of(new ProgramTeller(new ProgramCall(programs, Map.of(), null), words));
  }

  private static Optional<Teller> webhook(Settings settings) {
    Optional<Secret> url = settings.secret(WEBHOOK);
    if (url.isEmpty() && (settings.has(HEADERS) || settings.has(TRUST))) {
      throw new IllegalArgumentException("headers and trust are for webhook, which is missing");
    }
    return url.map(
        secret ->
            new WebhookTeller(
                WebTarget.of(secret.reveal(), HttpCallFactory.headers(settings)),
                new WebCall(settings.path(TRUST).orElse(null), List.of())));
  }

  private static Optional<Teller> mail(Settings settings) {
    if (!settings.has(MAIL)) {
      if (settings.has(FROM)) {
        throw new IllegalArgumentException("from is for mail, which is missing");
      }
      return Optional.empty();
    }
    List<MailAddress> addresses = settings.texts(MAIL).stream().map(MailAddress::of).toList();
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("expected an address in mail");
    }
    Path sendmail = Settings.required(SENDMAIL, settings.path(SENDMAIL));
    return Optional.of(
        new MailTeller(sendmail, settings.text(FROM).map(MailAddress::of).orElse(null), addresses));
  }
}
