package io.github.quartermaster.ebs.testkit;

import io.github.quartermaster.ebs.testkit.internal.ec2.Account;
import io.github.quartermaster.ebs.testkit.internal.ec2.AccountScript;
import io.github.quartermaster.ebs.testkit.internal.ec2.DlmService;
import io.github.quartermaster.ebs.testkit.internal.ec2.EbsService;
import io.github.quartermaster.ebs.testkit.internal.ec2.Ec2Service;
import io.github.quartermaster.ebs.testkit.internal.ec2.KmsService;
import io.github.quartermaster.ebs.testkit.internal.ec2.StsService;
import io.github.quartermaster.ebs.testkit.internal.http.HttpServer;
import io.github.quartermaster.ebs.testkit.internal.serve.Control;
import io.github.quartermaster.ebs.testkit.internal.serve.FaultScript;
import io.github.quartermaster.ebs.testkit.internal.serve.RequestLog;
import io.github.quartermaster.ebs.testkit.internal.serve.RequestServer;
import io.github.quartermaster.ebs.testkit.model.CompletionTime;
import io.github.quartermaster.ebs.testkit.model.EmulatedRequest;
import io.github.quartermaster.ebs.testkit.model.EmulatedSnapshot;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.EmulatorClock;
import io.github.quartermaster.ebs.testkit.model.EmulatorLimits;
import io.github.quartermaster.ebs.testkit.model.RequestHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small EC2 with its own state and time, on a port of loopback. It speaks EC2's Query protocol,
 * version 2016-11-15, STS's GetCallerIdentity, KMS's DescribeKey, what reads snapshots of the EBS
 * direct APIs, and Data Lifecycle Manager, so a client of AWS is pointed at it by nothing but its
 * endpoint; any credentials will do.
 *
 * <pre>{@code
 * try (Ec2Emulator ec2 =
 *     Ec2Emulator.builder().volume("us-east-1", "vol-0123456789abcdef0", 8).start()) {
 *   Ec2Client client = ... .endpointOverride(ec2.endpoint()) ...
 *   ec2.faults().next("CreateSnapshot", Fault.answerLost());
 *   ...
 *   ec2.clock().advance(Duration.ofMinutes(5));
 *   assertThat(ec2.snapshots("us-east-1")).hasSize(1);
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class Ec2Emulator implements AutoCloseable {
  private final EmulatorClock clock;
  private final RequestLog log;
  private final RequestServer requests;
  private final HttpServer server;
  private final EmulatedAccount account;
  private final EmulatorFaults faults;

  private Ec2Emulator(Builder builder) throws IOException {
    clock = builder.clock;
    log = new RequestLog();
    Account state = new Account(clock, builder.limits, builder.snapshotTime, builder.copyTime);
    AccountScript script = new AccountScript(state);
    account = new EmulatedAccount(script);
    builder.volumes.forEach(account::add);
    FaultScript faultScript = new FaultScript();
    faults = new EmulatorFaults(faultScript);
    requests =
        new RequestServer(
            Map.of(
                "dlm", new DlmService(state),
                "ebs", new EbsService(state),
                "ec2", new Ec2Service(state),
                "kms", new KmsService(state),
                "sts", new StsService()),
            log,
            faultScript,
            clock,
            new Control(clock, log, script));
    server = HttpServer.start(builder.port, requests);
  }

  /** Starts with an empty account, AWS's limits, and a clock that stands still. */
  public static Builder builder() {
    return new Builder();
  }

  /** Where it listens, such as {@code http://127.0.0.1:4588}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The time it lives in. */
  public EmulatorClock clock() {
    return clock;
  }

  /** What the account holds, and how it behaves. */
  public EmulatedAccount account() {
    return account;
  }

  /** What goes wrong. */
  public EmulatorFaults faults() {
    return faults;
  }

  /** The requests that came in, oldest first; the newest hundred thousand of them. */
  public List<EmulatedRequest> requests() {
    return log.all();
  }

  /** The requests of one action, oldest first. */
  public List<EmulatedRequest> requests(String action) {
    return log.all().stream().filter(request -> request.action().equals(action)).toList();
  }

  /** The snapshots of a region as they are, whatever EC2 lets see of them; oldest first. */
  public List<EmulatedSnapshot> snapshots(String region) {
    return account.snapshots(region);
  }

  /** Has a hook called at each moment of each request, after those added before. */
  public Ec2Emulator hook(RequestHook hook) {
    requests.addHook(hook);
    return this;
  }

  /** Stops listening and resets every connection; the state can still be read. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("tried to stop listening at " + endpoint(), failure);
    }
  }

  /** Gathers what differs from the defaults; not for use by several threads. */
  public static final class Builder {
    private final List<EmulatedVolume> volumes = new ArrayList<>();
    private int port;
    private EmulatorClock clock = EmulatorClock.standing(Instant.parse("2026-01-01T00:00:00Z"));
    private EmulatorLimits limits = EmulatorLimits.AWS;
    private CompletionTime snapshotTime = CompletionTime.DEFAULT;
    private CompletionTime copyTime = CompletionTime.DEFAULT;

    private Builder() {}

    /** Listens on that port; on a free one unless said. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** Lives in that time; unless said it stands at the first second of 2026. */
    public Builder clock(EmulatorClock value) {
      clock = value;
      return this;
    }

    /** Refuses by those limits; {@link EmulatorLimits#AWS} unless said. */
    public Builder limits(EmulatorLimits value) {
      limits = value;
      return this;
    }

    /** Leaves snapshots and copies pending so long; {@link CompletionTime#DEFAULT} unless said. */
    public Builder completesAfter(CompletionTime value) {
      snapshotTime = value;
      copyTime = value;
      return this;
    }

    /** Adds a plain volume. */
    public Builder volume(String region, String id, int sizeGiB) {
      return volume(EmulatedVolume.of(region, id, sizeGiB));
    }

    /** Adds a volume. */
    public Builder volume(EmulatedVolume value) {
      volumes.add(value);
      return this;
    }

    /**
     * Starts to listen.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public Ec2Emulator start() {
      try {
        return new Ec2Emulator(this);
      } catch (IOException failure) {
        throw new UncheckedIOException(
            "tried to listen on port " + port + " of 127.0.0.1; " + failure.getMessage(), failure);
      }
    }
  }
}
