package io.github.quartermaster.sentinel.internal.read.host;

import io.github.quartermaster.sentinel.internal.host.DriverFinder;
import io.github.quartermaster.sentinel.model.HealthProvider;
import io.github.quartermaster.sentinel.model.HealthProviderFactory;
import io.github.quartermaster.sentinel.model.Parameter;
import io.github.quartermaster.sentinel.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes the checks of type {@code jdbc}. */
public final class JdbcFactory implements HealthProviderFactory {
  static final String TYPE = "jdbc";

  private final Supplier<List<ClassLoader>> loaders;

  /**
   * Looks for drivers in loaders, and then in that of the calling thread and its own.
   *
   * @param loaders such as those of dropped-in jars; asked for each check that is made
   */
  public JdbcFactory(Supplier<List<ClassLoader>> loaders) {
    this.loaders = loaders;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String description() {
    return "Whether a database takes a connection and answers a query in time";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required(
            "url",
            Parameter.Type.TEXT,
            "the JDBC URL, such as jdbc:postgresql://db.example/shop; passwords have a place of"
                + " their own"),
        Parameter.optional("user", Parameter.Type.TEXT, "the user to connect as"),
        Parameter.optional("password", Parameter.Type.SECRET, "the user's password"),
        Parameter.optional(
            "driver-class",
            Parameter.Type.TEXT,
            "the class of the driver; without it the one that takes the URL"),
        Parameter.optional(
            "query",
            Parameter.Type.TEXT,
            "a query whose first value is judged; without it the connection is only tried"),
        Parameter.limit(
            "time-warn",
            Parameter.Type.UPPER_LIMIT,
            "s",
            "warning when connecting and asking takes longer"),
        Parameter.limit(
            "time-crit",
            Parameter.Type.UPPER_LIMIT,
            "s",
            "critical when connecting and asking takes longer"),
        Parameter.limit(
            "warn", Parameter.Type.UPPER_LIMIT, "", "warning when the query gives more"),
        Parameter.limit(
            "crit", Parameter.Type.UPPER_LIMIT, "", "critical when the query gives more"));
  }

  @Override
  public HealthProvider create(String check, Settings settings) {
    Limits value = Limits.of(settings, "warn", "crit");
    String query = settings.text("query").orElse(null);
    if (value.any() && query == null) {
      throw new IllegalArgumentException("warn and crit judge what a query gives; there is none");
    }
    List<ClassLoader> all = new ArrayList<>(loaders.get());
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      all.add(context);
    }
    all.add(JdbcFactory.class.getClassLoader());
    return new JdbcProvider(
        check,
        new DatabaseLogin(
            Settings.required("url", settings.text("url")),
            settings.text("user").orElse(null),
            settings.secret("password").orElse(null)),
        settings.text("driver-class").orElse(null),
        query,
        new DriverFinder(all),
        Limits.of(settings, "time-warn", "time-crit"),
        value);
  }
}
