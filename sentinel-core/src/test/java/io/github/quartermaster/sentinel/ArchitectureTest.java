package io.github.quartermaster.sentinel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floor plan of this core: which room may know which. */
class ArchitectureTest {
  private static final String CORE = "io.github.quartermaster.sentinel";
  private static final String MODEL = CORE + ".model..";
  private static final String INTERNAL = CORE + ".internal..";
  private static final String READ = CORE + ".internal.read..";
  private static final String PLAN = CORE + ".internal.plan..";
  private static final String RUN = CORE + ".internal.run..";
  private static final String REPORT = CORE + ".report..";
  private static final String DAEMON = CORE + ".daemon..";
  private static final String JDK = "java..";
  private static final String JDK_TOO = "javax.[net|security|sql|xml]..";
  private static final String NULLNESS = "org.jspecify.annotations..";
  // each mechanic has one library at most
  private static final String YAML = "org.snakeyaml.engine..";
  private static final String JSON = "com.fasterxml.jackson.core..";
  private static final String HOST = "oshi..";
  private static final String HTTP_SERVER = "com.sun.net.httpserver..";
  private static final String TEMPLATES = "com.samskivert.mustache..";
  private static final String DRAWING = "io.github.quartermaster.drawing..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(CORE);

  @Test
  void model_knows_only_the_jdk() {
    mayUse(resideInAPackage(MODEL), resideInAPackage(MODEL));
  }

  @Test
  void reading_knows_the_model_and_the_mechanics() {
    // the schema of the configuration is written in JSON
    mayUse(resideInAPackage(READ), resideInAnyPackage(READ, MODEL, JSON).or(mechanics()));
  }

  @Test
  void planning_knows_only_the_model() {
    mayUse(resideInAPackage(PLAN), resideInAnyPackage(PLAN, MODEL));
  }

  @Test
  void running_knows_the_model_and_the_mechanics() {
    // what is remembered and logged is written in JSON, and what other monitors are told
    mayUse(resideInAPackage(RUN), resideInAnyPackage(RUN, MODEL, JSON).or(mechanics()));
  }

  @Test
  void mechanics_know_no_room_and_nothing_of_health() {
    mayUse(mechanics(), mechanics().or(resideInAnyPackage(YAML, JSON, HOST, HTTP_SERVER)));
  }

  @Test
  void reports_know_results_the_model_and_the_drawing() {
    mayUse(
        resideInAPackage(REPORT),
        resideInAnyPackage(REPORT, CORE, MODEL, JSON, TEMPLATES, DRAWING).or(mechanics()));
  }

  @Test
  void nobody_knows_the_daemon() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DAEMON)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(DAEMON)
        .check(CLASSES);
  }

  @Test
  void nobody_calls_back_to_the_front_door() {
    noClasses()
        .that()
        .resideInAnyPackage(MODEL, INTERNAL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CORE)
        .check(CLASSES);
  }

  @Test
  void core_knows_neither_maven_nor_a_logging_framework() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(System.Logger.class)
        .check(CLASSES);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void planning_does_no_input_or_output() {
    noClasses()
        .that()
        .resideInAPackage(PLAN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.net..", "java.nio.channels..", "java.util.zip..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .callMethod(Path.class, "toRealPath", LinkOption[].class)
        .orShould()
        .callMethod(Path.class, "toAbsolutePath")
        .check(CLASSES);
  }

  @Test
  void planning_has_no_clock_of_its_own() {
    noClasses()
        .that()
        .resideInAPackage(PLAN)
        .should()
        .callMethodWhere(describe("reads the machine's clock", ArchitectureTest::readsTheClock))
        .check(CLASSES);
  }

  @Test
  void public_signatures_show_only_the_jdk_and_our_own_types() {
    classes()
        .that()
        .resideInAnyPackage(CORE, MODEL, REPORT, DAEMON)
        .and()
        .arePublic()
        .should(showOnly(resideInAnyPackage(JDK, CORE, MODEL, REPORT, DAEMON)))
        .check(CLASSES);
  }

  private static void mayUse(
      DescribedPredicate<JavaClass> room, DescribedPredicate<JavaClass> others) {
    classes()
        .that(room)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(JDK, JDK_TOO, NULLNESS).or(others).or(are(primitiveOrArrayOfIt())))
        .check(CLASSES);
  }

  /** The packages of {@code internal} that are no room: each one subject, such as zip files. */
  private static DescribedPredicate<JavaClass> mechanics() {
    return resideInAPackage(INTERNAL).and(not(resideInAnyPackage(READ, PLAN, RUN)));
  }

  private static DescribedPredicate<JavaClass> primitiveOrArrayOfIt() {
    return describe("primitive", type -> type.getBaseComponentType().isPrimitive());
  }

  private static boolean readsTheClock(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    String method = call.getName();
    boolean takesAClock =
        call.getTarget().getRawParameterTypes().stream().anyMatch(assignableTo(Clock.class));
    return (owner.getPackageName().startsWith("java.time") && method.equals("now") && !takesAClock)
        || (owner.isEquivalentTo(Clock.class)
            && Set.of("system", "tick").stream().anyMatch(method::startsWith))
        || (owner.isEquivalentTo(System.class)
            && Set.of("currentTimeMillis", "nanoTime").contains(method));
  }

  private static ArchCondition<JavaClass> showOnly(DescribedPredicate<JavaClass> allowed) {
    return new ArchCondition<>("show only types that " + allowed.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        shownBy(type)
            .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
            .map(JavaClass::getBaseComponentType)
            .filter(shown -> !shown.isPrimitive())
            .filter(not(allowed))
            .distinct()
            .forEach(
                shown ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " shows " + shown.getName())));
      }
    };
  }

  private static Stream<JavaType> shownBy(JavaClass type) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> fields =
        type.getFields().stream().filter(ArchitectureTest::isShown).map(JavaField::getType);
    Stream<JavaType> codeUnits =
        type.getCodeUnits().stream()
            .filter(ArchitectureTest::isShown)
            .flatMap(ArchitectureTest::signature);
    return Stream.of(parents, fields, codeUnits).flatMap(types -> types);
  }

  private static Stream<JavaType> signature(JavaCodeUnit codeUnit) {
    return Stream.of(
            Stream.of(codeUnit.getReturnType()),
            codeUnit.getParameterTypes().stream(),
            codeUnit.getExceptionTypes().stream())
        .flatMap(types -> types);
  }

  private static boolean isShown(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
