package io.github.quartermaster.ebs.testkit.internal.ec2;

/** What EC2 does with a call; refuses by {@link RefusedException}, and then has changed nothing. */
@FunctionalInterface
interface Action {

  XmlElement answer(Call call);
}
