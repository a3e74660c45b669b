package io.github.quartermaster.ebs.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which part of the emulator may know which. */
class ArchitectureTest {
  private static final String ROOT = "io.github.quartermaster.ebs.testkit";
  private static final String MODEL = ROOT + ".model..";
  private static final String HTTP = ROOT + ".internal.http..";
  private static final String JSON = ROOT + ".internal.json..";
  private static final String EC2 = ROOT + ".internal.ec2..";
  private static final String SERVE = ROOT + ".internal.serve..";
  private static final String JDK = "java..";
  private static final String NULLNESS = "org.jspecify.annotations..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void only_the_jdk_is_needed() {
    mayUse(ROOT + "..", ROOT + "..");
  }

  @Test
  void model_knows_nobody() {
    mayUse(MODEL, MODEL);
  }

  @Test
  void http_knows_nobody() {
    mayUse(HTTP, HTTP);
  }

  @Test
  void json_knows_nobody() {
    mayUse(JSON, JSON);
  }

  @Test
  void ec2_knows_nothing_of_http() {
    mayUse(EC2, EC2, MODEL, JSON);
  }

  @Test
  void nobody_but_the_program_calls_back_to_the_front_door() {
    noClasses()
        .that()
        .resideInAnyPackage(MODEL, HTTP, JSON, EC2, SERVE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(CLASSES);
  }

  @Test
  void only_the_program_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".internal.command..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  private static void mayUse(String part, String... others) {
    String[] allowed = new String[others.length + 3];
    System.arraycopy(others, 0, allowed, 0, others.length);
    allowed[others.length] = JDK;
    allowed[others.length + 1] = NULLNESS;
    // arrays of primitives
    allowed[others.length + 2] = "";
    classes()
        .that()
        .resideInAPackage(part)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CLASSES);
  }
}
