package io.github.quartermaster.ebs.maven;

import io.github.quartermaster.ebs.model.ProblemCode;
import io.github.quartermaster.maven.TroubleshootingPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TroubleshootingPageTest {
  @Test
  void every_code_has_one_row_of_four_cells() throws IOException {
    TroubleshootingPage.assertExplains("ebs", ProblemCode.values());
  }
}
