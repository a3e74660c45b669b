package io.github.quartermaster.ebs.aws;

import io.github.quartermaster.ebs.model.BlockStorage;
import io.github.quartermaster.ebs.model.Region;
import java.time.Duration;

/** The adapter with less patience than users have, for tests of silence. */
public final class ImpatientStorage {
  private ImpatientStorage() {}

  /** Waits for an answer that long. */
  public static BlockStorage connect(Region home, Duration attempt) {
    return new Ec2BlockStorage(home, Ec2Clients.of(AwsAccess.DEFAULT, attempt));
  }
}
