package io.github.quartermaster.amp.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.ListResult;
import io.github.quartermaster.amp.maven.Samples;
import io.github.quartermaster.maven.TextTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListFormatsTest {
  private static final ListResult RESULT = new ListResult(List.of(Samples.ALFRESCO, Samples.SHARE));

  @Test
  void table_for_people() {
    assertThat(String.join("\n", new ListText(Path::toString, TextTable.UNLIMITED).lines(RESULT)))
        .isEqualTo(
            """
            wars/alfresco.war: repository, Alfresco repository Community 23.4.0, 240.3 MB
              MODULE                   VERSION  INSTALLED AT (UTC)  FILES  STATE      TITLE
              alfresco-s3              1.0      2024-02-29 23:59        7  installed  The "alfresco-s3", as titled
              alfresco-share-services  23.4.0   -                       -  unknown    The "alfresco-share-services", as titled
              bob                      123      2024-02-29 23:59     1204  installed  The "bob", as titled
            wars/share.war: share, Alfresco share Community 23.4.0, 240.3 MB
              no modules in it""");
  }

  @Test
  void csv_quotes_what_rfc_4180_wants_quoted() {
    assertThat(ListCsv.of(RESULT))
        .isEqualTo(
            """
            war,tier,module,version,title,installDate,files,state
            wars/alfresco.war,repository,alfresco-s3,1.0,"The ""alfresco-s3"", as titled",2024-02-29T23:59:30.123Z,7,installed
            wars/alfresco.war,repository,alfresco-share-services,23.4.0,"The ""alfresco-share-services"", as titled",,,unknown
            wars/alfresco.war,repository,bob,123,"The ""bob"", as titled",2024-02-29T23:59:30.123Z,1204,installed
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void module_management_tools_own_words_blank_by_blank() {
    ListResult result = new ListResult(List.of(Samples.ALFRESCO));

    assertThat(ListAsMmt.of(result))
        .startsWith(
            """
            Module 'alfresco-s3' installed in 'wars/alfresco.war'
               -    Title:        The "alfresco-s3", as titled
               -    Version:      1.0
               -    Install Date: Thu Feb 29 23:59:30 UTC 2024
               -    Description:   What alfresco-s3 does
            Module 'alfresco-share-services' installed in 'wars/alfresco.war'
            """)
        .contains("   -    Install Date: null\n");
    assertThat(ListAsMmt.of(new ListResult(List.of(Samples.SHARE))))
        .isEqualTo("No modules are installed in this WAR file\n");
  }

  @Test
  void title_cannot_pass_for_another_module() {
    ListResult result =
        new ListResult(
            List.of(Samples.war("a.war", Samples.titled("bob", "x\nModule 'y' installed in 'z'"))));

    assertThat(ListAsMmt.of(result).lines())
        .hasSize(5)
        .element(1)
        .isEqualTo("   -    Title:        x?Module 'y' installed in 'z'");
  }
}
