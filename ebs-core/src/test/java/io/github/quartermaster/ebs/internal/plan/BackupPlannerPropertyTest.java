package io.github.quartermaster.ebs.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.model.BackupPlan;
import io.github.quartermaster.ebs.model.BackupRules;
import io.github.quartermaster.ebs.model.Instance;
import io.github.quartermaster.ebs.model.InstanceId;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PlannedCopy;
import io.github.quartermaster.ebs.model.PlannedSet;
import io.github.quartermaster.ebs.model.PlannedVolume;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.Token;
import io.github.quartermaster.ebs.model.VolumeId;
import io.github.quartermaster.ebs.model.VolumeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BackupPlannerPropertyTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void every_volume_is_in_the_plan_once_and_in_order(@ForAll("clouds") Material cloud) {
    assertThat(cloud.plan().volumes()).extracting(PlannedVolume::spec).isEqualTo(cloud.specs);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void no_two_calls_share_a_token(@ForAll("clouds") Material cloud) {
    BackupPlan plan = cloud.plan();
    List<Token> tokens = new ArrayList<>(plan.sets().stream().map(PlannedSet::token).toList());
    plan.volumes().stream()
        .filter(volume -> plan.setOf(volume).isEmpty())
        .forEach(volume -> tokens.add(volume.token()));
    plan.volumes().stream()
        .flatMap(volume -> volume.copies().stream())
        .forEach(copy -> tokens.add(copy.token()));
    assertThat(tokens).doesNotHaveDuplicates();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void members_of_a_set_have_its_token(@ForAll("clouds") Material cloud) {
    BackupPlan plan = cloud.plan();
    for (PlannedVolume volume : plan.volumes()) {
      boolean member = !volume.token().subject().equals(volume.spec().id().value());
      assertThat(plan.setOf(volume).map(PlannedSet::token).isPresent()).isEqualTo(member);
      plan.setOf(volume).ifPresent(set -> assertThat(set.token()).isEqualTo(volume.token()));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void set_snapshots_its_volumes_and_no_others(@ForAll("clouds") Material cloud) {
    for (PlannedSet set : cloud.plan().sets()) {
      Instance instance =
          cloud.instances.stream()
              .filter(one -> one.id().equals(set.creation().instance()))
              .findFirst()
              .orElseThrow();
      List<VolumeId> made = new ArrayList<>(instance.volumes());
      made.removeAll(set.creation().without());
      if (set.creation().withoutBoot()) {
        made.remove(instance.bootVolume());
      }
      assertThat(set.volumes()).containsExactlyInAnyOrderElementsOf(made);
      assertThat(set.creation().without()).doesNotContain(instance.bootVolume());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void texts_fit(@ForAll("clouds") Material cloud) {
    BackupPlan plan = cloud.plan();
    Stream<Map<String, String>> tags =
        Stream.of(
                plan.volumes().stream().map(PlannedVolume::tags),
                plan.sets().stream().map(set -> set.creation().tags()),
                copies(plan).map(PlannedCopy::tags))
            .flatMap(all -> all);
    assertThat(tags.flatMap(all -> all.values().stream()))
        .allSatisfy(
            value -> {
              assertThat(value).hasSizeLessThanOrEqualTo(256).isNotBlank();
              assertThat(value.codePoints())
                  .noneMatch(Character::isISOControl)
                  .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
            });
    assertThat(plan.volumes())
        .allSatisfy(
            volume -> {
              assertThat(volume.description()).hasSizeLessThanOrEqualTo(255);
              assertThat(volume.description()).contains(volume.spec().id().value());
              assertThat(volume.tags().get(OurTags.NAME)).endsWith(volume.spec().id().value());
            });
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void same_input_makes_the_same_plan(@ForAll("clouds") Material cloud) {
    assertThat(cloud.plan()).isEqualTo(cloud.plan());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void second_call_of_a_run_has_nothing_to_make(
      @ForAll("clouds") Material cloud, @ForAll("rules") BackupRules others) {
    BackupPlan first = cloud.plan();
    cloud.ours.addAll(Material.executed(first));
    cloud.rules = others;
    BackupPlan second = cloud.plan();
    assertThat(second.snapshotsToMake()).isZero();
    assertThat(second.copiesToMake()).isZero();
    assertThat(second.cost().total()).isEqualByComparingTo("0");
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void awaiting_finds_all_that_was_made(@ForAll("clouds") Material cloud) {
    BackupPlan first = cloud.plan();
    BackupPlan again =
        AwaitPlanner.plan(
            Material.RUN, Material.HOME, cloud.rules, Material.executed(first), cloud.traits);
    assertThat(again.snapshotsToMake()).isZero();
    assertThat(again.copiesToMake()).isZero();
    assertThat(found(again)).isEqualTo(found(first));
    assertThat(Set.copyOf(again.sets().stream().map(PlannedSet::token).toList()))
        .isEqualTo(Set.copyOf(first.sets().stream().map(PlannedSet::token).toList()));
  }

  @Provide
  Arbitrary<Material> clouds() {
    Arbitrary<String> states = Arbitraries.of("in-use", "in-use", "available", "error", "gone");
    Arbitrary<List<InstanceId>> attached =
        Arbitraries.of(
            List.of(),
            List.of(new InstanceId("i-1")),
            List.of(new InstanceId("i-1")),
            List.of(new InstanceId("i-2")),
            List.of(new InstanceId("i-1"), new InstanceId("i-2")));
    Arbitrary<String> descriptions =
        Arbitraries.oneOf(
            Arbitraries.just(""),
            Arbitraries.strings().all().ofMaxLength(20),
            Arbitraries.strings().ascii().ofMinLength(200).ofMaxLength(300));
    Arbitrary<Set<Region>> destinations =
        Arbitraries.of(Material.WEST, Material.EUROPE).set().ofMaxSize(2);
    Arbitrary<List<Entry>> entries =
        Combinators.combine(
                states, attached, descriptions, destinations, Arbitraries.of(true, true, false))
            .as(Entry::new)
            .list()
            .ofMaxSize(12);
    return Combinators.combine(entries, rules()).as(BackupPlannerPropertyTest::cloud);
  }

  @Provide
  Arbitrary<BackupRules> rules() {
    return Arbitraries.of(BackupRules.DEFAULT, Material.SETS);
  }

  private static Material cloud(List<Entry> entries, BackupRules rules) {
    Material material = new Material();
    material.rules = rules;
    Map<InstanceId, List<VolumeId>> attached = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String id = "vol-" + i;
      if (!entry.state.equals("gone")) {
        String[] machines = entry.attached.stream().map(InstanceId::value).toArray(String[]::new);
        material.has(id, entry.state, machines);
        entry.attached.forEach(
            machine ->
                attached.computeIfAbsent(machine, key -> new ArrayList<>()).add(new VolumeId(id)));
      }
      if (entry.wanted) {
        material.wants(id, entry.description, entry.destinations.toArray(Region[]::new));
      }
    }
    attached.forEach(
        (id, volumes) -> material.instances.add(new Instance(id, volumes.get(0), volumes)));
    return material;
  }

  private static Map<VolumeId, List<Region>> found(BackupPlan plan) {
    Map<VolumeId, List<Region>> found = new TreeMap<>();
    plan.volumes().stream()
        .filter(PlannedVolume::isPossible)
        .map(PlannedVolume::spec)
        .forEach((VolumeSpec spec) -> found.put(spec.id(), spec.destinations()));
    return found;
  }

  private static Stream<PlannedCopy> copies(BackupPlan plan) {
    return plan.volumes().stream().flatMap(volume -> volume.copies().stream());
  }

  private record Entry(
      String state,
      List<InstanceId> attached,
      String description,
      Set<Region> destinations,
      boolean wanted) {}
}
