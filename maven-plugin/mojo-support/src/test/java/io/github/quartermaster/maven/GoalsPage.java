package io.github.quartermaster.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.maven.PluginDescriptorXml.Goal;
import io.github.quartermaster.maven.PluginDescriptorXml.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of the goals of a prefix, with their parameters as Markdown tables. To bring it up to
 * date, run the plugin's tests with {@code -Dtest.jvm=-Dupdate=true}.
 */
public final class GoalsPage {
  private static final String START =
      "<!-- goals: made from the goals' own documentation, do not edit -->\n";
  private static final String END = "<!-- end of goals -->\n";

  private static final Pattern DEFAULT = Pattern.compile("Default: (.*?)\\.( |$)");

  private static final Pattern CODE = Pattern.compile("<code>(.*?)</code>", Pattern.DOTALL);

  private final String prefix;
  private final PluginDescriptorXml descriptor;

  /** Of the goals of this prefix. */
  public GoalsPage(String prefix, PluginDescriptorXml descriptor) {
    this.prefix = prefix;
    this.descriptor = descriptor;
  }

  /** Holds that the page says what the goals themselves say. */
  public void assertUpToDate() throws IOException {
    Path file = Path.of("../../docs/goals", prefix + ".md");
    String page = Files.readString(file);
    int start = page.indexOf(START) + START.length();
    String upToDate =
        page.substring(0, start) + "\n" + markdown() + "\n" + page.substring(page.indexOf(END));

    if (Boolean.getBoolean("update")) {
      Files.writeString(file, upToDate);
    }

    assertThat(Files.readString(file)).isEqualTo(upToDate);
  }

  private String markdown() {
    return "| goal | what it does | phase, if a POM names none |\n|---|---|---|\n"
        + descriptor.goals().stream().map(this::row).collect(Collectors.joining())
        + "\n| parameter | of | default | meaning |\n|---|---|---|---|\n"
        + parameters().values().stream().map(this::row).collect(Collectors.joining());
  }

  private Map<String, Parameter> parameters() {
    Map<String, Parameter> parameters = new TreeMap<>();
    // of the same name in two goals, but with another meaning, it has a row for each
    descriptor.goals().stream()
        .flatMap(goal -> goal.parameters().stream())
        .forEach(
            parameter -> parameters.put(parameter.name() + parameter.description(), parameter));
    return parameters;
  }

  private String row(Goal goal) {
    String phase = goal.phase().isEmpty() ? "" : "`" + goal.phase() + "`";
    return "| `"
        + prefix
        + ":"
        + goal.name()
        + "` | "
        + markdown(goal.description())
        + " | "
        + phase
        + " |\n";
  }

  private String row(Parameter parameter) {
    Matcher matcher = DEFAULT.matcher(parameter.description());
    String defaultValue =
        parameter.defaultValue().isEmpty()
            ? matcher.find() ? markdown(matcher.group(1)) : ""
            : "`" + parameter.defaultValue() + "`";
    return "| `"
        + parameter.name()
        + "` | "
        + goalsWith(parameter)
        + " | "
        + defaultValue
        + " | "
        + markdown(DEFAULT.matcher(parameter.description()).replaceFirst("").strip())
        + " |\n";
  }

  private String goalsWith(Parameter parameter) {
    String goals =
        descriptor.goals().stream()
            .filter(goal -> goal.parameters().contains(parameter))
            .map(Goal::name)
            .collect(Collectors.joining(", "));
    return goals.split(", ").length == descriptor.goals().size() ? "all" : goals;
  }

  /** HTML as Markdown. */
  private static String markdown(String html) {
    StringBuilder text = new StringBuilder();
    Matcher code = CODE.matcher(html);
    while (code.find()) {
      code.appendReplacement(text, "");
      text.append('`').append(code.group(1).strip()).append('`');
    }
    code.appendTail(text);
    return text.toString()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("|", "\\|");
  }
}
