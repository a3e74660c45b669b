package io.github.quartermaster.amp.maven;

import io.github.quartermaster.amp.model.ProblemCode;
import io.github.quartermaster.maven.TroubleshootingPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TroubleshootingPageTest {
  @Test
  void every_code_has_one_row_of_four_cells() throws IOException {
    TroubleshootingPage.assertExplains("amp", ProblemCode.values());
  }
}
