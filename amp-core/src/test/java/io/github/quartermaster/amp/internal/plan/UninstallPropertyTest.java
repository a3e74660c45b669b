package io.github.quartermaster.amp.internal.plan;

import static io.github.quartermaster.amp.internal.plan.Wanted.amp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.amp.model.ApplyRules;
import io.github.quartermaster.amp.model.ApplyRules.Correlation;
import io.github.quartermaster.amp.model.WarLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UninstallPropertyTest {
  private static final ApplyRules ANYTHING =
      new ApplyRules(List.of("**"), false, false, new Correlation(false, 2, 2));
  private static final List<String> MODULES = List.of("a", "b", "c", "d", "e");
  private static final List<String> PATHS =
      List.of("f0", "dir/f1", "f2", "new/f3", "new/deep/f4", WarLayout.MODULES + "/shared/f5");

  /**
   * Modules that overwrite one another and the WAR, some upgraded on the way; after each uninstall,
   * of one or of several at once, every path shows what the topmost module left on it brought, and
   * in the end the WAR is what it was, folders and all.
   */
  @Property(tries = 300)
  void modules_installed_and_uninstalled_in_any_order_leave_the_war_as_it_was(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int installs) {
    Random random = new Random(seed);
    TestWar war =
        new TestWar()
            .with("f0", "base 0")
            .with("dir/f1", "base 1")
            .with(WarLayout.MODULES + "/readme.txt", "modules");
    SortedMap<String, String> files = new TreeMap<>(war.files());
    SortedSet<String> folders = new TreeSet<>(war.directories());
    Map<String, List<String>> stacks = new TreeMap<>();
    Map<String, String> contents = new TreeMap<>();
    for (int version = 1; version <= installs; version++) {
      install(war, MODULES.get(random.nextInt(MODULES.size())), version, random, stacks, contents);
    }
    List<String> left = new ArrayList<>(MODULES);
    Collections.shuffle(left, random);
    while (!left.isEmpty()) {
      List<String> going = left.subList(0, 1 + random.nextInt(left.size()));
      war.uninstall(going.toArray(String[]::new));
      stacks.values().forEach(stack -> stack.removeAll(going));
      going.clear();
      for (String path : PATHS) {
        List<String> stack = stacks.getOrDefault(path, List.of());
        String shown =
            stack.isEmpty()
                ? files.get(path)
                : contents.get(stack.get(stack.size() - 1) + " " + path);
        assertThat(war.files().get(path)).as(path).isEqualTo(shown);
      }
    }
    assertThat(war.files()).isEqualTo(files);
    assertThat(war.directories()).isEqualTo(folders);
  }

  private static void install(
      TestWar war,
      String module,
      int version,
      Random random,
      Map<String, List<String>> stacks,
      Map<String, String> contents) {
    List<String> brought = new ArrayList<>();
    for (String path : PATHS) {
      List<String> stack = stacks.computeIfAbsent(path, p -> new ArrayList<>());
      if (random.nextBoolean()) {
        String content = module + " " + version;
        brought.add(path);
        brought.add(content);
        contents.put(module + " " + path, content);
        if (!stack.contains(module)) {
          stack.add(module);
        }
      } else {
        stack.remove(module);
      }
    }
    war.apply(ANYTHING, war.amp(amp(module, "" + version), brought.toArray(String[]::new)));
  }
}
