package io.github.quartermaster.cli;

import io.github.quartermaster.maven.MojoSupport;
import io.github.quartermaster.maven.Outcome;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;

/** Runs a goal as Maven would: makes its object, sets its fields, and lets it do its work. */
final class GoalCall {
  private final Goal goal;
  private final WithoutMaven surroundings;
  private final PlainLog log;

  GoalCall(Goal goal, WithoutMaven surroundings, PlainLog log) {
    this.goal = goal;
    this.surroundings = surroundings;
    this.log = log;
  }

  /**
   * Runs it.
   *
   * @param values by the names of the parameters: {@code String}, or {@code List<String>} for those
   *     that are lists
   * @throws MojoExecutionException if the work could not be done
   * @throws MojoFailureException if what was looked at is not as it should be
   */
  Outcome.Verdict run(Map<String, Object> values)
      throws MojoExecutionException, MojoFailureException {
    MojoSupport mojo = make();
    mojo.setLog(log);
    for (GoalParameter parameter : goal.parameters()) {
      Object value = values.get(parameter.name());
      if (value != null) {
        set(mojo, parameter, value);
      } else if (!parameter.defaultValue().isEmpty()) {
        byDefault(mojo, parameter);
      }
    }
    return mojo.conclude();
  }

  private MojoSupport make() {
    try {
      Constructor<?> constructor = Class.forName(goal.implementation()).getConstructors()[0];
      Object[] arguments = new Object[constructor.getParameterCount()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = surroundings.get(constructor.getParameterTypes()[i], new MojoDescriptor());
      }
      return (MojoSupport) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make the goal " + goal.name(), e);
    }
  }

  /** Defaults that stand for something of Maven count from the current folder, or do not apply. */
  private static void byDefault(MojoSupport mojo, GoalParameter parameter) {
    String value =
        parameter.defaultValue().replace("${basedir}", Path.of("").toAbsolutePath().toString());
    if (!value.contains("${")) {
      set(mojo, parameter, parameter.isList() ? List.of(value.split(",", -1)) : value);
    }
  }

  private static void set(MojoSupport mojo, GoalParameter parameter, Object value) {
    try {
      Field field = field(mojo.getClass(), parameter.name());
      field.setAccessible(true);
      field.set(mojo, converted(field, value));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot set the parameter " + parameter.name(), e);
    }
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  private static Object converted(Field field, Object value) {
    if (value instanceof List<?> list) {
      boolean files = field.getGenericType().getTypeName().contains(File.class.getName());
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(files ? new File(item.toString()) : item));
      return items;
    }
    String text = value.toString();
    return switch (field.getType().getName()) {
      case "boolean" -> Boolean.valueOf(text);
      case "int" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "java.io.File" -> new File(text);
      case "java.lang.String" -> text;
      default -> throw new IllegalStateException("no value for " + field);
    };
  }
}
