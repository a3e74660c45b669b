package io.github.quartermaster.sentinel.internal.read.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInTypesTest {
  @Test
  void no_factory_of_this_core_is_forgotten() {
    List<String> written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.quartermaster.sentinel.internal")
                .stream()
                .filter(type -> type.isAssignableTo(HealthProviderFactory.class))
                .map(JavaClass::getName)
                .toList();

    assertThat(BuiltInTypes.all(List::of))
        .extracting(factory -> factory.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(written);
  }
}
