package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.internal.json.Json;
import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The EBS direct APIs, as far as they read snapshots, in their protocol of REST. Thread-safe. */
public final class EbsService implements RestService {
  private static final Pattern LIST = Pattern.compile("/snapshots/([^/]{1,64})/blocks");
  private static final Pattern GET = Pattern.compile("/snapshots/([^/]{1,64})/blocks/([0-9]{1,9})");
  private static final Pattern TOKEN = Pattern.compile("([0-9]{1,9}) ([0-9]{1,15}) (snap-\\w+)");
  private static final String BINARY = "application/octet-stream";
  private static final int FEWEST = 100;
  private static final int MOST = 10_000;

  /** How long the token of a page lives. */
  private static final Duration PAGE_LIFE = Duration.ofMinutes(60);

  /** How long the token of a block lives. */
  private static final Duration BLOCK_LIFE = Duration.ofDays(7);

  private final Account account;

  /** The direct APIs for one account. */
  public EbsService(Account account) {
    this.account = account;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Optional<RestCall> call(String method, String path, Parameters parameters, String body) {
    Matcher list = LIST.matcher(path);
    Matcher get = GET.matcher(path);
    if (!method.equals("GET")) {
      return Optional.empty();
    }
    if (list.matches()) {
      return Optional.of(
          new RestCall("ListSnapshotBlocks", parameters.with("snapshotId", list.group(1))));
    }
    return get.matches()
        ? Optional.of(
            new RestCall(
                "GetSnapshotBlock",
                parameters.with("snapshotId", get.group(1)).with("blockIndex", get.group(2))))
        : Optional.empty();
  }

  @Override
  public String answer(Query query) {
    return wholeAnswer(query).body();
  }

  @Override
  public ServiceAnswer wholeAnswer(Query query) {
    synchronized (account) {
      Snapshot snapshot = snapshot(query);
      return query.action().equals("ListSnapshotBlocks")
          ? new ServiceAnswer(contentType(), list(query, snapshot), Map.of())
          : get(query, snapshot);
    }
  }

  @Override
  public String error(String code, String message, String requestId) {
    return new Json().text("__type", code).text("Message", message).object();
  }

  private Snapshot snapshot(Query query) {
    String id = query.parameters().text("snapshotId").orElse("");
    if (account.denied.contains(query.action())) {
      throw new RefusedException(
          "AccessDeniedException",
          "User: " + Account.USER + " is not authorized to perform: ebs:" + query.action());
    }
    Snapshot snapshot =
        account
            .region(query.region())
            .map(region -> region.snapshots.get(id))
            .orElseThrow(
                () ->
                    new RefusedException(
                        "ResourceNotFoundException", "The snapshot '" + id + "' does not exist."));
    if (!snapshot.isCompleted(account.now()) || snapshot.tier.equals("archive")) {
      throw invalid("The snapshot '" + id + "' is not completed, or is archived.");
    }
    if (snapshot.key != null && account.denied.contains("Decrypt")) {
      throw new RefusedException(
          "AccessDeniedException",
          "User: " + Account.USER + " is not authorized to perform: kms:Decrypt");
    }
    return snapshot;
  }

  private String list(Query query, Snapshot snapshot) {
    Parameters parameters = query.parameters();
    int most = parameters.number("maxResults").orElse(MOST);
    if (most < FEWEST || most > MOST) {
      throw invalid("maxResults must be from " + FEWEST + " to " + MOST + "; it is " + most);
    }
    int from =
        parameters
            .text("pageToken")
            .map(token -> read(token, snapshot, PAGE_LIFE, "page"))
            .orElseGet(() -> parameters.number("startingBlockIndex").orElse(0));
    List<Json> blocks = new ArrayList<>();
    int next = from;
    if (query.paging() != Paging.EMPTY_PAGE) {
      for (next = snapshot.blocks.next(from);
          next >= 0 && blocks.size() < most;
          next = snapshot.blocks.next(next + 1)) {
        blocks.add(new Json().number("BlockIndex", next).text("BlockToken", token(next, snapshot)));
      }
    }
    Json answer =
        new Json()
            .objects("Blocks", blocks)
            .number("ExpiryTime", account.now().plus(BLOCK_LIFE).getEpochSecond())
            .number("VolumeSize", snapshot.sizeGiB)
            .number("BlockSize", EmulatedContents.BLOCK_BYTES);
    if (query.paging() == Paging.STUCK_TOKEN) {
      next = 0;
    }
    return (next < 0 ? answer : answer.text("NextToken", token(next, snapshot))).object();
  }

  private ServiceAnswer get(Query query, Snapshot snapshot) {
    Parameters parameters = query.parameters();
    int index = parameters.number("blockIndex").orElse(-1);
    String token = parameters.text("blockToken").orElse("");
    if (read(token, snapshot, BLOCK_LIFE, "block") != index || !snapshot.blocks.has(index)) {
      throw invalid("The block token is not that of block " + index + ".");
    }
    return new ServiceAnswer(
        BINARY,
        snapshot.blocks.data(index),
        Map.of(
            "x-amz-Data-Length", Integer.toString(EmulatedContents.BLOCK_BYTES),
            "x-amz-Checksum", snapshot.blocks.checksum(index),
            "x-amz-Checksum-Algorithm", "SHA256"));
  }

  private String token(int index, Snapshot snapshot) {
    String plain = index + " " + account.now().toEpochMilli() + " " + snapshot.id;
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  private int read(String token, Snapshot snapshot, Duration life, String what) {
    String plain;
    try {
      plain = new String(Base64.getDecoder().decode(token), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException none) {
      plain = "";
    }
    Matcher parts = TOKEN.matcher(plain);
    if (!parts.matches() || !parts.group(3).equals(snapshot.id)) {
      throw invalid("The " + what + " token is not valid.");
    }
    Instant made = Instant.ofEpochMilli(Long.parseLong(parts.group(2)));
    if (account.now().isAfter(made.plus(life))) {
      throw invalid("The " + what + " token has expired.");
    }
    return Integer.parseInt(parts.group(1));
  }

  private static RefusedException invalid(String message) {
    return new RefusedException("ValidationException", message);
  }
}
