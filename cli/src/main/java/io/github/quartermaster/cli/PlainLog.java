package io.github.quartermaster.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.maven.plugin.logging.Log;

/**
 * What goals say, without prefixes: their results to the standard output, warnings and errors to
 * the standard error.
 */
final class PlainLog implements Log {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean debug;

  PlainLog(PrintWriter out, PrintWriter err, boolean debug) {
    this.out = out;
    this.err = err;
    this.debug = debug;
  }

  @Override
  public boolean isDebugEnabled() {
    return debug;
  }

  @Override
  public void debug(CharSequence content) {
    if (debug && !content.isEmpty()) {
      err.println(CommandWords.of(content));
    }
  }

  @Override
  public void debug(CharSequence content, Throwable error) {
    debug(content);
    debug(error);
  }

  @Override
  public void debug(Throwable error) {
    debug(trace(error));
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public void info(CharSequence content) {
    out.println(CommandWords.of(content));
  }

  @Override
  public void info(CharSequence content, Throwable error) {
    info(content);
    debug(error);
  }

  @Override
  public void info(Throwable error) {
    info(error.toString());
    debug(error);
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public void warn(CharSequence content) {
    // what came before on the other stream is to be read before
    out.flush();
    err.println("warning: " + CommandWords.of(content));
  }

  @Override
  public void warn(CharSequence content, Throwable error) {
    warn(content);
    debug(error);
  }

  @Override
  public void warn(Throwable error) {
    warn(error.toString());
    debug(error);
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  public void error(CharSequence content) {
    out.flush();
    err.println("error: " + CommandWords.of(content));
  }

  @Override
  public void error(CharSequence content, Throwable error) {
    error(content);
    debug(error);
  }

  @Override
  public void error(Throwable error) {
    error(error.toString());
    debug(error);
  }

  private static String trace(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
