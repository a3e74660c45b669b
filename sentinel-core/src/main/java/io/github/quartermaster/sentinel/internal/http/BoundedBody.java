package io.github.quartermaster.sentinel.internal.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the beginning of a body, and what came of it is there at any time: the client itself waits
 * for its end, also where there is none. For one answer.
 */
public final class BoundedBody implements BodyHandler<byte[]>, BodySubscriber<byte[]> {
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private volatile Flow.@Nullable Subscription source;
  private volatile boolean cut;
  private volatile long headersAt;
  private volatile Optional<ResponseInfo> head = Optional.empty();

  /** Keeps so many bytes at most. */
  public BoundedBody(int most) {
    this.most = most;
  }

  /** Status and headers, once they are there. */
  public Optional<ResponseInfo> head() {
    return head;
  }

  /** When the headers were there, by {@link System#nanoTime()}. */
  public long headersAt() {
    return headersAt;
  }

  /** What there is of the body by now. */
  public byte[] soFar() {
    return kept.toByteArray();
  }

  /** Whether there is more than is kept. */
  public boolean isCut() {
    return cut;
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo info) {
    headersAt = System.nanoTime();
    head = Optional.of(info);
    return this;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), most - kept.size())];
      cut |= bytes.length < buffer.remaining();
      buffer.get(bytes);
      kept.write(bytes, 0, bytes.length);
    }
    if (cut) {
      Objects.requireNonNull(source).cancel();
      whole.complete(soFar());
    } else {
      Objects.requireNonNull(source).request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(soFar());
  }
}
