package io.github.quartermaster.ebs.testkit.internal.ec2;

/**
 * What a request asks of a service.
 *
 * @param region that it is signed for
 * @param requestId of the answer
 * @param paging how the answer's pages go wrong, if they do
 */
public record Query(
    String region, String action, Parameters parameters, String requestId, Paging paging) {}
