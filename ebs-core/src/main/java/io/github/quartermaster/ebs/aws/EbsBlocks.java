package io.github.quartermaster.ebs.aws;

import static io.github.quartermaster.ebs.aws.Ec2Descriptions.required;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Block;
import io.github.quartermaster.ebs.model.BlockReference;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.SnapshotId;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.ebs.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.ebs.model.GetSnapshotBlockRequest;
import software.amazon.awssdk.services.ebs.model.GetSnapshotBlockResponse;
import software.amazon.awssdk.services.ebs.model.ListSnapshotBlocksRequest;
import software.amazon.awssdk.services.ebs.model.ListSnapshotBlocksResponse;

/**
 * Snapshots block by block, through the EBS direct APIs: size and form are from their reference.
 */
final class EbsBlocks {
  /** From 100 to 10,000 are allowed. */
  private static final int BLOCKS_A_PAGE = 10_000;

  private final Ec2Calls calls;
  private final Ec2Clients clients;

  EbsBlocks(Ec2Calls calls, Ec2Clients clients) {
    this.calls = calls;
    this.clients = clients;
  }

  Answer<Page<BlockReference>> list(
      Region region, SnapshotId snapshot, int from, @Nullable String next) {
    ListSnapshotBlocksRequest.Builder request =
        ListSnapshotBlocksRequest.builder().snapshotId(snapshot.value()).maxResults(BLOCKS_A_PAGE);
    if (next == null) {
      request.startingBlockIndex(from);
    } else {
      request.nextToken(next);
    }
    ListSnapshotBlocksRequest built = request.build();
    return calls.ask(
        region, clients::ebs, client -> client.listSnapshotBlocks(built), EbsBlocks::page);
  }

  Answer<Block> read(Region region, SnapshotId snapshot, BlockReference block) {
    GetSnapshotBlockRequest request =
        GetSnapshotBlockRequest.builder()
            .snapshotId(snapshot.value())
            .blockIndex(block.index())
            .blockToken(block.token())
            .build();
    return calls.ask(
        () -> clients.ebs(region).getSnapshotBlock(request, ResponseTransformer.toBytes()),
        EbsBlocks::block);
  }

  private static Page<BlockReference> page(ListSnapshotBlocksResponse told) {
    int size = required(told.blockSize(), "a list of blocks of no size");
    if (size != BlockReference.BYTES) {
      throw new SenselessAnswerException(
          "the answer has blocks of " + size + " bytes, and not of " + BlockReference.BYTES);
    }
    List<BlockReference> blocks =
        told.blocks().stream()
            .map(
                block ->
                    new BlockReference(
                        required(block.blockIndex(), "a block without an index"),
                        required(block.blockToken(), "a block without a token")))
            .toList();
    String next = told.nextToken();
    return new Page<>(blocks, next == null || next.isEmpty() ? null : next);
  }

  private static Block block(ResponseBytes<GetSnapshotBlockResponse> told) {
    GetSnapshotBlockResponse head = Ec2Calls.withId(told.response());
    if (head.checksumAlgorithm() != ChecksumAlgorithm.SHA256) {
      throw new SenselessAnswerException("the answer holds a block without its SHA-256");
    }
    byte[] data = told.asByteArrayUnsafe();
    if (data.length != BlockReference.BYTES) {
      throw new SenselessAnswerException(
          "the answer holds " + data.length + " bytes of a block of " + BlockReference.BYTES);
    }
    return new Block(
        ByteBuffer.wrap(data), required(head.checksum(), "a block without a checksum"));
  }
}
