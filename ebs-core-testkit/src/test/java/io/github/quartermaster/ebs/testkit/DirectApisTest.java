package io.github.quartermaster.ebs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.quartermaster.ebs.testkit.model.BlockDamage;
import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.ebs.EbsClient;
import software.amazon.awssdk.services.ebs.model.Block;
import software.amazon.awssdk.services.ebs.model.GetSnapshotBlockResponse;
import software.amazon.awssdk.services.ebs.model.ListSnapshotBlocksResponse;
import software.amazon.awssdk.services.ebs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ebs.model.ValidationException;

/** What reads snapshots block by block, as the real client sees it. */
class DirectApisTest extends WithEmulator {
  private final EbsClient ebs = Clients.ebs(emulator, HOME);

  @AfterEach
  void close() {
    ebs.close();
  }

  @Test
  void blocks_are_listed_in_order_a_page_at_a_time() {
    emulator.account().fill(HOME, VOLUME, new EmulatedContents(1, 250, 2));
    String id = completedSnapshot();

    List<ListSnapshotBlocksResponse> pages =
        ebs.listSnapshotBlocksPaginator(request -> request.snapshotId(id).maxResults(100)).stream()
            .collect(Collectors.toList());

    assertThat(pages).hasSize(3);
    assertThat(pages.stream().flatMap(page -> page.blocks().stream()).map(Block::blockIndex))
        .containsExactlyElementsOf(
            IntStream.range(0, 250).map(index -> index * 2).boxed().toList());
    assertThat(pages.get(0).volumeSize()).isEqualTo(8);
    assertThat(pages.get(0).blockSize()).isEqualTo(EmulatedContents.BLOCK_BYTES);
  }

  @Test
  void a_list_may_begin_anywhere() {
    String id = completedSnapshot();

    assertThat(
            ebs.listSnapshotBlocks(request -> request.snapshotId(id).startingBlockIndex(110))
                .blocks())
        .extracting(Block::blockIndex)
        .containsExactly(111, 114, 117);
  }

  @Test
  void a_block_is_what_its_checksum_says_and_the_same_in_a_copy() throws Exception {
    String id = completedSnapshot();
    String copy = copy(id);
    emulator.clock().advance(Duration.ofMinutes(1));

    byte[] data = block(ebs, id, 3).asByteArray();

    assertThat(data).hasSize(EmulatedContents.BLOCK_BYTES);
    assertThat(block(ebs, id, 3).response().checksum()).isEqualTo(sha256(data));
    try (EbsClient away = Clients.ebs(emulator, AWAY)) {
      assertThat(block(away, copy, 3).asByteArray()).isEqualTo(data);
    }
  }

  @Test
  void damage_shows_as_it_would() throws Exception {
    String id = completedSnapshot();
    byte[] sound = block(ebs, id, 3).asByteArray();
    emulator.account().damage(HOME, id, 0, BlockDamage.MISSING);
    emulator.account().damage(HOME, id, 1, BlockDamage.ADDED);
    emulator.account().damage(HOME, id, 3, BlockDamage.CHANGED);
    emulator.account().damage(HOME, id, 6, BlockDamage.FLIPPED);

    assertThat(ebs.listSnapshotBlocks(request -> request.snapshotId(id)).blocks())
        .extracting(Block::blockIndex)
        .startsWith(1, 3, 6);
    ResponseBytes<GetSnapshotBlockResponse> changed = block(ebs, id, 3);
    assertThat(changed.asByteArray()).isNotEqualTo(sound);
    assertThat(changed.response().checksum()).isEqualTo(sha256(changed.asByteArray()));
    ResponseBytes<GetSnapshotBlockResponse> flipped = block(ebs, id, 6);
    assertThat(flipped.response().checksum()).isNotEqualTo(sha256(flipped.asByteArray()));
  }

  @Test
  void tokens_end_and_are_of_one_snapshot() {
    emulator.account().fill(HOME, VOLUME, EmulatedContents.full(1, 8));
    String id = completedSnapshot();
    ListSnapshotBlocksResponse page = ebs.listSnapshotBlocks(request -> request.snapshotId(id));
    String token = page.blocks().get(5).blockToken();

    assertThatThrownBy(() -> get(id, 6, token)).isInstanceOf(ValidationException.class);
    emulator.clock().advance(Duration.ofMinutes(61));
    assertThatThrownBy(
            () ->
                ebs.listSnapshotBlocks(
                    request -> request.snapshotId(id).nextToken(page.nextToken())))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("expired");
    get(id, 5, token);
    emulator.clock().advance(Duration.ofDays(7));
    assertThatThrownBy(() -> get(id, 5, token)).isInstanceOf(ValidationException.class);
  }

  @Test
  void what_is_not_whole_or_archived_or_not_there_is_refused() {
    String pending = snapshot();
    assertThatThrownBy(() -> ebs.listSnapshotBlocks(request -> request.snapshotId(pending)))
        .isInstanceOf(ValidationException.class);
    emulator.clock().advance(Duration.ofMinutes(1));
    emulator.account().setSnapshotTier(HOME, pending, "archive");
    assertThatThrownBy(() -> ebs.listSnapshotBlocks(request -> request.snapshotId(pending)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> ebs.listSnapshotBlocks(request -> request.snapshotId("snap-0")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private void get(String snapshot, int index, String token) {
    ebs.getSnapshotBlockAsBytes(
        request -> request.snapshotId(snapshot).blockIndex(index).blockToken(token));
  }

  private static ResponseBytes<GetSnapshotBlockResponse> block(
      EbsClient client, String snapshot, int index) {
    String token =
        client
            .listSnapshotBlocks(request -> request.snapshotId(snapshot).startingBlockIndex(index))
            .blocks()
            .get(0)
            .blockToken();
    return client.getSnapshotBlockAsBytes(
        request -> request.snapshotId(snapshot).blockIndex(index).blockToken(token));
  }

  private static String sha256(byte[] data) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(data));
  }
}
