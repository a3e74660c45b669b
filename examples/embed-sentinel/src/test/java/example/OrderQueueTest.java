package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.quartermaster.sentinel.CheckResult;
import io.github.quartermaster.sentinel.model.Cause;
import io.github.quartermaster.sentinel.model.GateResult;
import io.github.quartermaster.sentinel.report.TextReport;
import org.junit.jupiter.api.Test;

class OrderQueueTest {
  private final OrderQueue queue = new OrderQueue();

  @Test
  void an_empty_queue_is_well() {
    CheckResult result = queue.health();

    assertEquals(GateResult.PASSED, result.gateResult());
    assertTrue(result.diagnosis().causes().isEmpty());
  }

  @Test
  void a_queue_that_nobody_works_off_blames_the_connections() {
    while (queue.takeConnection()) {
      // nobody gives it back
    }
    for (int i = 0; i < 5000; i++) {
      queue.add("order " + i);
    }

    CheckResult result = queue.health();

    assertFalse(result.diagnosis().causes().isEmpty());
    Cause first = result.diagnosis().causes().get(0);
    assertEquals("pool:connections", first.component().value());
    System.out.print(TextReport.plain(result));
  }
}
