package io.github.quartermaster.sentinel.internal.run.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.quartermaster.sentinel.internal.process.Command;
import io.github.quartermaster.sentinel.internal.process.CommandResult;
import io.github.quartermaster.sentinel.internal.process.CommandRunner;
import io.github.quartermaster.sentinel.model.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells by mail, through a program that takes a message as sendmail does. That is the mail server's
 * own way in: it queues, tries again and knows the relay, its password and its certificates.
 *
 * @param sendmail the program
 * @param from the sender, or null for the user that this runs as
 * @param to the recipients; at least one
 */
record MailTeller(Path sendmail, @Nullable MailAddress from, List<MailAddress> to)
    implements Teller {
  // RFC 2047: an encoded word has 75 characters at most; 45 bytes are 60 characters of Base64
  private static final int WORD_BYTES = 45;

  /** Copies the list. */
  MailTeller {
    to = List.copyOf(to);
  }

  @Override
  public String description() {
    return "mail to " + recipients();
  }

  private String recipients() {
    return to.stream().map(MailAddress::text).collect(Collectors.joining(", "));
  }

  @Override
  public Optional<String> objection() {
    return Files.isRegularFile(sendmail) && Files.isExecutable(sendmail)
        ? Optional.empty()
        : Optional.of(sendmail + " is not there, or not executable for this user");
  }

  @Override
  public Optional<String> tell(Notice notice, Deadline deadline) throws InterruptedException {
    Optional<String> objection = objection();
    if (objection.isPresent()) {
      return objection;
    }
    CommandResult result =
        new CommandRunner().run(command().reading(message(notice)), RunTime.of(deadline));
    return CommandEnd.isFine(result, 0)
        ? Optional.empty()
        : Optional.of(sendmail + " " + CommandEnd.text(result));
  }

  private Command command() {
    // -i: a line with a dot does not end the message
    List<String> words = new ArrayList<>(List.of(sendmail.toString(), "-i"));
    if (from != null) {
      words.addAll(List.of("-f", from.text()));
    }
    to.forEach(address -> words.add(address.text()));
    return new Command(words, Map.of(), null);
  }

  /** RFC 5322 and 2045; what strangers said is only in encoded parts. */
  String message(Notice notice) {
    List<String> lines = new ArrayList<>();
    if (from != null) {
      lines.add("From: " + from);
    }
    lines.add("To: " + to.stream().map(MailAddress::text).collect(Collectors.joining(",\n ")));
    lines.add("Subject: " + subject(notice.summary()));
    // RFC 3834: nobody answers with a notice of absence
    lines.add("Auto-Submitted: auto-generated");
    lines.add("MIME-Version: 1.0");
    lines.add("Content-Type: text/plain; charset=UTF-8");
    lines.add("Content-Transfer-Encoding: base64");
    lines.add("");
    lines.add(
        Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(notice.text().getBytes(UTF_8)));
    return String.join("\n", lines) + "\n";
  }

  private static String subject(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int bytes = 0;
    for (int codePoint : text.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      int more = character.getBytes(UTF_8).length;
      if (bytes + more > WORD_BYTES) {
        words.add(encoded(word.toString()));
        word.setLength(0);
        bytes = 0;
      }
      word.append(character);
      bytes += more;
    }
    words.add(encoded(word.toString()));
    return String.join("\n ", words);
  }

  private static String encoded(String word) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.getBytes(UTF_8)) + "?=";
  }
}
