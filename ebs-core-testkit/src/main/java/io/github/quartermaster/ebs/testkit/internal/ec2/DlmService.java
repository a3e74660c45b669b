package io.github.quartermaster.ebs.testkit.internal.ec2;

import io.github.quartermaster.ebs.testkit.internal.json.Json;
import io.github.quartermaster.ebs.testkit.internal.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Data Lifecycle Manager, as far as it keeps policies: it makes no snapshots by them. Thread-safe.
 */
public final class DlmService implements RestService {
  private static final int MOST_POLICIES = 100;
  private static final Pattern POLICY = Pattern.compile("/policies/(policy-[a-f0-9]{1,40})/?");
  private static final Pattern TAGS = Pattern.compile("/tags/.*(policy-[a-f0-9]{1,40})");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws(-[a-z]{1,3}){0,2}:iam::\\d+:role/.*");
  private static final Pattern TEXT = Pattern.compile("[0-9A-Za-z _-]{1,500}");
  private static final Pattern KEY =
      Pattern.compile("arn:aws(-[a-z]{1,3}){0,2}:kms:([a-z]+-){2,3}\\d:\\d+:key/.*");
  private static final String SCHEDULE = "PolicyDetails.Schedules.1.";

  private final Account account;

  /** The scheduler of one account. */
  public DlmService(Account account) {
    this.account = account;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Optional<RestCall> call(String method, String path, Parameters parameters, String body) {
    Matcher policy = POLICY.matcher(path);
    Matcher tags = TAGS.matcher(path);
    Parameters all = body.isBlank() ? parameters : withBody(body);
    if (path.equals("/policies") || path.equals("/policies/")) {
      return switch (method) {
        case "GET" -> Optional.of(new RestCall("GetLifecyclePolicies", all));
        case "POST" -> Optional.of(new RestCall("CreateLifecyclePolicy", all));
        default -> Optional.empty();
      };
    }
    if (policy.matches()) {
      Parameters of = all.with("policyId", policy.group(1));
      return switch (method) {
        case "GET" -> Optional.of(new RestCall("GetLifecyclePolicy", of));
        case "PATCH" -> Optional.of(new RestCall("UpdateLifecyclePolicy", of));
        case "DELETE" -> Optional.of(new RestCall("DeleteLifecyclePolicy", of));
        default -> Optional.empty();
      };
    }
    return tags.matches() && method.equals("POST")
        ? Optional.of(new RestCall("TagResource", all.with("policyId", tags.group(1))))
        : Optional.empty();
  }

  /** Flat, and what is kept as it came besides. */
  private static Parameters withBody(String body) {
    Parameters flat = Parameters.parseJson(body);
    for (String member : List.of("PolicyDetails", "Tags")) {
      Optional<String> raw = JsonReader.member(body, member);
      if (raw.isPresent()) {
        flat = flat.with(member, raw.get());
      }
    }
    return flat;
  }

  @Override
  public String answer(Query query) {
    synchronized (account) {
      if (account.denied.contains(query.action())) {
        throw new RefusedException(
            "AccessDeniedException",
            "User: " + Account.USER + " is not authorized to perform: dlm:" + query.action());
      }
      Map<String, LifecyclePolicy> policies =
          account
              .region(query.region())
              .map(region -> region.policies)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "InvalidSignatureException",
                          "Credential should be scoped to a valid region."));
      return answer(query, policies);
    }
  }

  private String answer(Query query, Map<String, LifecyclePolicy> policies) {
    Parameters parameters = query.parameters();
    switch (query.action()) {
      case "GetLifecyclePolicies" -> {
        List<Json> all = new ArrayList<>();
        policies.values().forEach(policy -> all.add(summary(policy)));
        return new Json().objects("Policies", all).object();
      }
      case "CreateLifecyclePolicy" -> {
        return create(parameters, policies);
      }
      case "GetLifecyclePolicy" -> {
        LifecyclePolicy policy = existing(parameters, policies);
        Json all =
            summary(policy)
                .text("StatusMessage", policy.message)
                .text("ExecutionRoleArn", policy.role)
                .raw("PolicyDetails", policy.details);
        return new Json().object("Policy", all).object();
      }
      case "UpdateLifecyclePolicy" -> {
        LifecyclePolicy policy = existing(parameters, policies);
        check(parameters);
        set(policy, parameters);
        return "{}";
      }
      case "DeleteLifecyclePolicy" -> {
        policies.remove(existing(parameters, policies).id);
        return "{}";
      }
      default -> {
        existing(parameters, policies).tags = parameters.text("Tags").orElse("{}");
        return "{}";
      }
    }
  }

  @Override
  public String error(String code, String message, String requestId) {
    return new Json().text("__type", code).text("Message", message).object();
  }

  private String create(Parameters parameters, Map<String, LifecyclePolicy> policies) {
    if (policies.size() >= MOST_POLICIES) {
      throw new RefusedException("LimitExceededException", "Too many policies.");
    }
    for (String required : List.of("ExecutionRoleArn", "Description", "State")) {
      if (parameters.text(required).isEmpty()) {
        throw invalid(required + " is required");
      }
    }
    check(parameters);
    LifecyclePolicy policy =
        new LifecyclePolicy(account.newId("policy"), parameters.text("Tags").orElse("{}"));
    set(policy, parameters);
    policies.put(policy.id, policy);
    return new Json().text("PolicyId", policy.id).object();
  }

  private static void set(LifecyclePolicy policy, Parameters parameters) {
    parameters.text("Description").ifPresent(value -> policy.description = value);
    parameters.text("ExecutionRoleArn").ifPresent(value -> policy.role = value);
    parameters.text("State").ifPresent(value -> policy.state = value);
    parameters.text("PolicyDetails").ifPresent(value -> policy.details = value);
  }

  /** What DLM's own model says of forms and numbers. */
  private static void check(Parameters parameters) {
    require(parameters.text("ExecutionRoleArn"), ROLE, "ExecutionRoleArn");
    require(parameters.text("Description"), TEXT, "Description");
    int count = number(parameters, SCHEDULE + "RetainRule.Count").orElse(1);
    if (count < 1 || count > 1000) {
      throw invalid("Count must be from 1 to 1000");
    }
    number(parameters, SCHEDULE + "CreateRule.Interval")
        .filter(hours -> !List.of(1, 2, 3, 4, 6, 8, 12, 24).contains(hours))
        .ifPresent(
            hours -> {
              throw invalid("Interval must be one of 1, 2, 3, 4, 6, 8, 12, 24");
            });
    if (parameters.text(SCHEDULE + "CrossRegionCopyRules.4.Encrypted").isPresent()) {
      throw invalid("No more than 3 cross-Region copy rules are allowed");
    }
    for (int rule = 1; rule <= 3; rule++) {
      String path = SCHEDULE + "CrossRegionCopyRules." + rule + ".";
      require(parameters.text(path + "CmkArn"), KEY, "CmkArn");
    }
  }

  private static Optional<Integer> number(Parameters parameters, String name) {
    return parameters.text(name).map(Integer::parseInt);
  }

  private static void require(Optional<String> value, Pattern form, String name) {
    if (value.filter(text -> !form.matcher(text).matches()).isPresent()) {
      throw invalid(name + " has another form than " + form);
    }
  }

  private static RefusedException invalid(String message) {
    return new RefusedException("InvalidRequestException", message);
  }

  private static LifecyclePolicy existing(
      Parameters parameters, Map<String, LifecyclePolicy> policies) {
    String id = parameters.text("policyId").orElse("");
    @Nullable LifecyclePolicy policy = policies.get(id);
    if (policy == null) {
      throw new RefusedException("ResourceNotFoundException", "There is no policy " + id);
    }
    return policy;
  }

  private static Json summary(LifecyclePolicy policy) {
    return new Json()
        .text("PolicyId", policy.id)
        .text("Description", policy.description)
        .text("State", policy.state)
        .raw("Tags", policy.tags);
  }
}
