/**
 * The examples and the goals, run as users run them: real Mavens as processes of their own, a real
 * Tomcat, copies of the projects under {@code target/work}.
 */
package io.github.quartermaster.it;
