package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.RunId;
import io.github.quartermaster.ebs.model.Token;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of backups. A record that was given to another region brings the metadata of its
 * original along, the token of the original's store among it; there it stands for one of its own.
 */
final class Tags {
  private Tags() {}

  /** The store that a backup was made in, by its token. */
  static Optional<Region> store(Map<String, String> tags) {
    return token(tags).flatMap(Token::destination).filter(to -> Place.of(to).isStore());
  }

  /** As they are to be read in a store. */
  static Map<String, String> in(Region store, Map<String, String> tags) {
    Map<String, String> read = new HashMap<>(tags);
    token(tags)
        .filter(token -> token.destination().filter(to -> Place.of(to).isStore()).isPresent())
        .map(token -> new Token(token.run(), token.subject(), store))
        .ifPresent(token -> read.put(OurTags.TOKEN, token.toString()));
    return read;
  }

  private static Optional<Token> token(Map<String, String> tags) {
    String run = tags.getOrDefault(OurTags.RUN, "");
    return RunId.isWellFormed(run)
        ? Token.parse(new RunId(run), tags.getOrDefault(OurTags.TOKEN, ""))
        : Optional.empty();
  }
}
