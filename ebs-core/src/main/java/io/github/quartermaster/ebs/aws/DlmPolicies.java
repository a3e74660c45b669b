package io.github.quartermaster.ebs.aws;

import static io.github.quartermaster.ebs.aws.Ec2Descriptions.required;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.FoundPolicy;
import io.github.quartermaster.ebs.model.LifecyclePolicies;
import io.github.quartermaster.ebs.model.LifecyclePolicy;
import io.github.quartermaster.ebs.model.OurTags;
import io.github.quartermaster.ebs.model.PolicyId;
import io.github.quartermaster.ebs.model.Region;
import io.github.quartermaster.ebs.model.VolumeId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dlm.model.CreateLifecyclePolicyRequest;
import software.amazon.awssdk.services.dlm.model.GetLifecyclePoliciesRequest;
import software.amazon.awssdk.services.dlm.model.GetLifecyclePolicyRequest;
import software.amazon.awssdk.services.dlm.model.LifecyclePolicySummary;
import software.amazon.awssdk.services.dlm.model.SettablePolicyStateValues;
import software.amazon.awssdk.services.dlm.model.UpdateLifecyclePolicyRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Amazon Data Lifecycle Manager, and the tags of volumes, by which it knows what is its own. */
final class DlmPolicies implements LifecyclePolicies {
  private final Ec2Calls calls;
  private final Ec2Clients clients;

  DlmPolicies(Ec2Calls calls, Ec2Clients clients) {
    this.calls = calls;
    this.clients = clients;
  }

  /** All of them are in one answer: DLM has no pages, and no more than 100 policies a region. */
  @Override
  public Answer<List<PolicyId>> ours(Region region) {
    GetLifecyclePoliciesRequest request = GetLifecyclePoliciesRequest.builder().build();
    return calls.ask(
        region,
        clients::dlm,
        client -> client.getLifecyclePolicies(request),
        told ->
            told.policies().stream()
                .filter(policy -> policy.tags().containsKey(OurTags.HANDOVER))
                .map(LifecyclePolicySummary::policyId)
                .map(id -> new PolicyId(required(id, "a policy without an id")))
                .toList());
  }

  @Override
  public Answer<FoundPolicy> policy(Region region, PolicyId id) {
    GetLifecyclePolicyRequest request =
        GetLifecyclePolicyRequest.builder().policyId(id.value()).build();
    return calls.ask(
        region,
        clients::dlm,
        client -> client.getLifecyclePolicy(request),
        told -> DlmDetails.found(id, required(told.policy(), "nothing about the policy")));
  }

  @Override
  public Answer<PolicyId> create(Region region, LifecyclePolicy policy) {
    CreateLifecyclePolicyRequest request =
        CreateLifecyclePolicyRequest.builder()
            .description(DlmDetails.description(policy))
            .executionRoleArn(policy.role())
            .state(SettablePolicyStateValues.ENABLED)
            .policyDetails(DlmDetails.of(policy))
            .tags(Map.of(OurTags.HANDOVER, policy.group()))
            .build();
    return calls.ask(
        region,
        clients::dlm,
        client -> client.createLifecyclePolicy(request),
        told -> new PolicyId(required(told.policyId(), "a policy without an id")));
  }

  @Override
  public Answer<PolicyId> update(Region region, PolicyId id, LifecyclePolicy policy) {
    UpdateLifecyclePolicyRequest request =
        UpdateLifecyclePolicyRequest.builder()
            .policyId(id.value())
            .description(DlmDetails.description(policy))
            .executionRoleArn(policy.role())
            .state(SettablePolicyStateValues.ENABLED)
            .policyDetails(DlmDetails.of(policy))
            .build();
    return calls.ask(
        region, clients::dlm, client -> client.updateLifecyclePolicy(request), told -> id);
  }

  @Override
  public Answer<VolumeId> tag(Region region, VolumeId volume, Map<String, String> tags) {
    CreateTagsRequest request =
        CreateTagsRequest.builder().resources(volume.value()).tags(Ec2Creations.tags(tags)).build();
    return calls.ask(region, client -> client.createTags(request), told -> volume);
  }

  @Override
  public Answer<VolumeId> untag(Region region, VolumeId volume, Set<String> keys) {
    DeleteTagsRequest request =
        DeleteTagsRequest.builder()
            .resources(volume.value())
            // without a value: whatever it is
            .tags(keys.stream().sorted().map(key -> Tag.builder().key(key).build()).toList())
            .build();
    return calls.ask(region, client -> client.deleteTags(request), told -> volume);
  }
}
