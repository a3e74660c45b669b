package io.github.quartermaster.ebs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Ambiguous;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Answer.Wait;
import io.github.quartermaster.ebs.model.Block;
import io.github.quartermaster.ebs.model.BlockReference;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.SnapshotId;
import io.github.quartermaster.ebs.testkit.model.EmulatedContents;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EbsBlocksTest extends PointedAtEmulator {
  @Test
  void a_map_is_read_a_page_at_a_time_and_from_where_one_wants() {
    ec2.account().fill(HOME.name(), VOLUME.value(), EmulatedContents.full(1, 8));
    SnapshotId id = completedSnapshot();

    Page<BlockReference> first = done(storage.blocks(HOME, id, 0, null));
    Page<BlockReference> second = done(storage.blocks(HOME, id, 0, first.next().orElseThrow()));
    Page<BlockReference> tail = done(storage.blocks(HOME, id, 16_380, null));

    assertThat(first.items()).hasSize(10_000);
    assertThat(second.items()).hasSize(6_384);
    assertThat(second.next()).isEmpty();
    assertThat(tail.items())
        .extracting(BlockReference::index)
        .containsExactly(16_380, 16_381, 16_382, 16_383);
  }

  @Test
  void a_block_comes_with_what_its_checksum_is_said_to_be() {
    SnapshotId id = completedSnapshot();
    BlockReference reference = done(storage.blocks(HOME, id, 0, null)).items().get(1);

    Block block = done(storage.block(HOME, id, reference));

    assertThat(block.data().remaining()).isEqualTo(BlockReference.BYTES);
    assertThat(block.data().isReadOnly()).isTrue();
    assertThat(block.checksum()).hasSize(44);
  }

  @Test
  void codes_mean_what_the_reference_says() {
    SnapshotId id = completedSnapshot();
    ec2.faults().next("ListSnapshotBlocks", Fault.error("RequestThrottledException"));
    assertThat(list(id)).isInstanceOf(Wait.class);
    ec2.faults().next("ListSnapshotBlocks", Fault.error("ConcurrentLimitExceededException"));
    assertThat(list(id)).isInstanceOf(Wait.class);
    ec2.faults().next("ListSnapshotBlocks", Fault.error("InternalServerException"));
    assertThat(list(id)).isInstanceOf(Ambiguous.class);
    Map.of(
            "AccessDeniedException", Refused.Reason.PERMISSION,
            "ResourceNotFoundException", Refused.Reason.NOT_FOUND,
            "ServiceQuotaExceededException", Refused.Reason.QUOTA,
            "ValidationException", Refused.Reason.INVALID)
        .forEach(
            (code, reason) -> {
              ec2.faults().next("ListSnapshotBlocks", Fault.error(code));
              assertThat(list(id))
                  .isInstanceOfSatisfying(
                      Refused.class, no -> assertThat(no.reason()).as(code).isEqualTo(reason));
            });
  }

  @Test
  void a_block_that_is_cut_or_no_block_at_all_is_no_answer() {
    SnapshotId id = completedSnapshot();
    BlockReference reference = done(storage.blocks(HOME, id, 0, null)).items().get(0);

    for (Fault fault :
        List.of(
            Fault.html(200),
            Fault.empty(200),
            Fault.cutInBody(),
            Fault.rewrite(body -> body.substring(1)))) {
      ec2.faults().next("GetSnapshotBlock", fault);
      assertThat(storage.block(HOME, id, reference))
          .as(fault.toString())
          .isInstanceOf(Ambiguous.class);
    }
  }

  @Test
  void silence_ends() {
    SnapshotId id = completedSnapshot();
    reconnect(Duration.ofMillis(300));
    ec2.faults().next("ListSnapshotBlocks", Fault.silence());

    assertThat(list(id)).isInstanceOf(Ambiguous.class);
  }

  private Answer<Page<BlockReference>> list(SnapshotId id) {
    return storage.blocks(HOME, id, 0, null);
  }
}
