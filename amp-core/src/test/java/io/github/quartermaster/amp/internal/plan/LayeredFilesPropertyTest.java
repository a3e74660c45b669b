package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LayeredFilesPropertyTest {
  private static final ApplyRules ANYTHING =
      new ApplyRules(List.of("**"), false, false, new Correlation(false, 2, 2));
  private static final List<String> MODULES = List.of("a", "b", "c", "d");

  /**
   * Modules that overwrite one another and the WAR, upgraded in any order: each path shows what the
   * module on top of it brought, and once all modules bring nothing, the WAR is as it was.
   */
  @Property(tries = 100)
  void what_modules_did_can_be_undone_in_any_order(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int steps) {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    random = new java.util.SplittableRandom(seed);
    TestWar war = new TestWar().with("f0", "base 0").with("dir/f1", "base 1");
    Map<String, String> base = new TreeMap<>(war.payload());
    Map<String, List<String>> stacks = new HashMap<>();
    Map<String, String> contents = new HashMap<>();
    Map<String, Integer> versions = new HashMap<>();
    for (int step = 0; step < steps; step++) {
      String module = MODULES.get(random.nextInt(MODULES.size()));
      upgrade(war, module, random.nextInt(32), versions, stacks, contents, step);
      assertThat(war.payload()).isEqualTo(expected(base, stacks, contents));
      assertThat(war.originals()).hasSize(originals(base, stacks));
    }
    List<String> order = new ArrayList<>(MODULES);
    java.util.Collections.shuffle(order, new java.util.Random(seed));
    for (String module : order) {
      upgrade(war, module, 0, versions, stacks, contents, steps);
    }
    assertThat(war.payload()).isEqualTo(base);
    assertThat(war.originals()).isEmpty();
    assertThat(war.directories()).contains("dir").doesNotContain("new", "new/deep");
  }

  /** Bit n of the mask says whether the module brings file n. */
  private static void upgrade(
      TestWar war,
      String module,
      int mask,
      Map<String, Integer> versions,
      Map<String, List<String>> stacks,
      Map<String, String> contents,
      int step) {
    int version = versions.merge(module, 1, Integer::sum);
    List<String> brought = new ArrayList<>();
    String[] paths = {"f0", "dir/f1", "f2", "new/f3", "new/deep/f4"};
    for (int n = 0; n < paths.length; n++) {
      List<String> stack = stacks.computeIfAbsent(paths[n], p -> new ArrayList<>());
      if ((mask & 1 << n) != 0) {
        String content = module + " at step " + step;
        brought.add(paths[n]);
        brought.add(content);
        contents.put(module + " " + paths[n], content);
        if (!stack.contains(module)) {
          stack.add(module);
        }
      } else {
        stack.remove(module);
      }
    }
    war.apply(ANYTHING, war.amp(amp(module, "" + version), brought.toArray(String[]::new)));
  }

  private static Map<String, String> expected(
      Map<String, String> base, Map<String, List<String>> stacks, Map<String, String> contents) {
    Map<String, String> expected = new TreeMap<>(base);
    stacks.forEach(
        (path, stack) -> {
          if (!stack.isEmpty()) {
            expected.put(path, contents.get(stack.get(stack.size() - 1) + " " + path));
          }
        });
    return expected;
  }

  private static int originals(Map<String, String> base, Map<String, List<String>> stacks) {
    int originals = 0;
    for (Map.Entry<String, List<String>> stack : stacks.entrySet()) {
      int layers = stack.getValue().size() + (base.containsKey(stack.getKey()) ? 1 : 0);
      originals += Math.max(0, layers - 1);
    }
    return originals;
  }
}
