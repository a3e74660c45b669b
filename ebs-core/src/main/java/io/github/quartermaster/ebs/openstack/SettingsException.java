package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.EbsException;
import io.github.quartermaster.ebs.model.Problem;
import io.github.quartermaster.ebs.model.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions that tell what is wrong with the settings of a cloud. */
final class SettingsException {
  private static final String TRIED = "tried to read how to reach OpenStack; ";

  private SettingsException() {}

  /**
   * The settings do not say enough, or contradict themselves.
   *
   * @param subject the file, the entry or the variables
   */
  static EbsException of(String subject, String why, String remedy) {
    return of(subject, why, remedy, null);
  }

  static EbsException of(String subject, String why, String remedy, @Nullable Throwable cause) {
    return new EbsException(
        Problem.error(ProblemCode.CREDENTIALS_REFUSED, subject, TRIED + why, remedy), cause);
  }
}
