package io.github.quartermaster.sentinel.maven;

import io.github.quartermaster.maven.TroubleshootingPage;
import io.github.quartermaster.sentinel.model.ProblemCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TroubleshootingPageTest {
  @Test
  void every_code_has_one_row_of_four_cells() throws IOException {
    TroubleshootingPage.assertExplains("sentinel", ProblemCode.values());
  }
}
