package io.github.quartermaster.ebs.testkit;

import static io.github.quartermaster.ebs.testkit.Clients.snapshotTags;
import static io.github.quartermaster.ebs.testkit.Clients.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.quartermaster.ebs.testkit.internal.json.JsonReader;
import io.github.quartermaster.ebs.testkit.model.EmulatedImage;
import io.github.quartermaster.ebs.testkit.model.EmulatedInstance;
import io.github.quartermaster.ebs.testkit.model.EmulatedKey;
import io.github.quartermaster.ebs.testkit.model.EmulatedVolume;
import io.github.quartermaster.ebs.testkit.model.Fault;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.ec2.model.LockMode;
import software.amazon.awssdk.services.kms.KmsClient;

/** Every element of every answer is one that AWS's own model knows at that place. */
class AnswerShapesTest extends WithEmulator {
  private static final List<String> OF_THE_PROTOCOL = List.of("requestId", "return");

  private final Map<String, String> answers = new TreeMap<>();

  @Test
  void answers_have_no_member_and_no_state_that_the_model_does_not_have() throws Exception {
    emulator
        .faults()
        .when(
            request -> true,
            Fault.rewrite(
                body -> {
                  answers.put(rootOf(body), body);
                  return body;
                }));
    callEverything();

    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      check(parse(answer.getValue()), shape("ec2", answer.getKey()), answer.getKey(), unknown);
    }

    assertThat(answers).hasSize(18);
    assertThat(unknown).isEmpty();
  }

  @Test
  void answers_about_keys_have_no_member_and_no_word_that_the_model_does_not_have()
      throws Exception {
    List<String> bodies = new ArrayList<>();
    emulator
        .faults()
        .when(
            request -> request.service().equals("kms"),
            Fault.rewrite(
                body -> {
                  bodies.add(body);
                  return body;
                }));
    EmulatedKey key = EmulatedKey.of(AWAY, "arn:aws:kms:us-west-2:111122223333:key/k");
    try (KmsClient kms = Clients.kms(emulator, AWAY)) {
      for (EmulatedKey each :
          List.of(
              key,
              key.withState("Disabled"),
              key.withState("PendingDeletion"),
              key.withUse("SIGN_VERIFY", "RSA_2048"))) {
        emulator.account().add(each);
        kms.describeKey(request -> request.keyId("k"));
      }
      kms.describeKey(request -> request.keyId("alias/aws/ebs"));
    }

    List<String> unknown = new ArrayList<>();
    for (String body : bodies) {
      for (Map.Entry<String, String> value : JsonReader.flat(body).entrySet()) {
        checkValue(value.getKey(), value.getValue(), unknown);
      }
    }

    assertThat(bodies).hasSize(5).allMatch(body -> JsonReader.flat(body).size() > 12);
    assertThat(unknown).isEmpty();
  }

  /** A value by its path, such as {@code KeyMetadata.Arn}. */
  private static void checkValue(String path, String value, List<String> unknown)
      throws ReflectiveOperationException {
    SdkPojo shape = shape("kms", "DescribeKeyResponse");
    for (String name : path.split("\\.", -1)) {
      Optional<SdkField<?>> field =
          shape.sdkFields().stream()
              .filter(candidate -> candidate.locationName().equals(name))
              .findFirst();
      if (field.isEmpty()) {
        unknown.add(path);
        return;
      }
      if (field.get().marshallingType() != MarshallingType.SDK_POJO) {
        boolean isList = field.get().marshallingType() == MarshallingType.LIST;
        if (!isList && !isKnownValue(shape, field.get(), value)) {
          unknown.add(path + "=" + value);
        }
        return;
      }
      shape = field.get().constructor().get();
    }
  }

  private void callEverything() {
    emulator
        .account()
        .add(EmulatedVolume.of(HOME, "vol-0e", 4).withEncryptionKey("arn:aws:kms:k"))
        .add(EmulatedInstance.of(HOME, "i-0a", "vol-0e").withTag("Name", "repository"));
    String id =
        home.createSnapshot(
                request ->
                    request
                        .volumeId(VOLUME)
                        .description("d")
                        .tagSpecifications(snapshotTags(Map.of("a", "b"))))
            .snapshotId();
    home.createSnapshots(
        request -> request.instanceSpecification(instance -> instance.instanceId("i-0a")));
    emulator.clock().advance(Duration.ofMinutes(5));
    away.copySnapshot(
        request ->
            request
                .sourceRegion(HOME)
                .sourceSnapshotId(id)
                .destinationRegion(AWAY)
                .encrypted(true)
                .kmsKeyId("arn:aws:kms:none")
                .completionDurationMinutes(15)
                .tagSpecifications(snapshotTags(Map.of("a", "b"))));
    emulator.clock().advance(Duration.ofMinutes(5));
    home.createTags(request -> request.resources(id).tags(tag("c", "d")));
    home.deleteTags(request -> request.resources(id).tags(tag("c", "d")));
    home.lockSnapshot(
        request ->
            request.snapshotId(id).lockMode(LockMode.COMPLIANCE).coolOffPeriod(1).lockDuration(1));
    home.describeLockedSnapshots(request -> {});
    home.unlockSnapshot(request -> request.snapshotId(id));
    emulator.account().add(EmulatedImage.of(HOME, "ami-0a", id));
    home.describeImages(request -> {});
    emulator.account().remove(HOME, "ami-0a");
    String volume =
        home.createVolume(request -> request.snapshotId(id).availabilityZone(HOME + "a"))
            .volumeId();
    home.describeVolumes();
    home.describeInstances();
    home.describeRegions();
    home.getEbsDefaultKmsKeyId(request -> {});
    home.getEbsEncryptionByDefault(request -> {});
    home.deleteVolume(request -> request.volumeId(volume));
    home.deleteSnapshot(request -> request.snapshotId(id));
    away.describeSnapshots(request -> request.maxResults(5));
  }

  private static void check(Element element, SdkPojo shape, String path, List<String> unknown)
      throws ReflectiveOperationException {
    for (Element child : children(element)) {
      String name = child.getTagName();
      Optional<SdkField<?>> field =
          shape.sdkFields().stream()
              .filter(candidate -> candidate.unmarshallLocationName().equals(name))
              .findFirst();
      if (field.isPresent()) {
        checkValue(child, shape, field.get(), path + "/" + name, unknown);
      } else if (!OF_THE_PROTOCOL.contains(name)) {
        unknown.add(path + "/" + name);
      }
    }
  }

  private static void checkValue(
      Element element, SdkPojo owner, SdkField<?> field, String path, List<String> unknown)
      throws ReflectiveOperationException {
    if (field.marshallingType() == MarshallingType.LIST) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      for (Element item : children(element)) {
        checkValue(item, owner, member, path + "/" + item.getTagName(), unknown);
      }
    } else if (field.marshallingType() == MarshallingType.SDK_POJO) {
      check(element, field.constructor().get(), path, unknown);
    } else if (!isKnownValue(owner, field, element.getTextContent())) {
      unknown.add(path + "=" + element.getTextContent());
    }
  }

  /** A member with named values has an accessor of their enum beside the one of their text. */
  private static boolean isKnownValue(SdkPojo owner, SdkField<?> field, String value) {
    Class<?> built = owner.getClass();
    Class<?> type = built.getName().contains("$Builder") ? built.getEnclosingClass() : built;
    for (Method accessor : type.getMethods()) {
      if (accessor.getName().equalsIgnoreCase(field.memberName())
          && accessor.getParameterCount() == 0
          && accessor.getReturnType().isEnum()) {
        return Stream.of(accessor.getReturnType().getEnumConstants())
            .anyMatch(known -> known.toString().equals(value));
      }
    }
    return true;
  }

  private static SdkPojo shape(String service, String response)
      throws ReflectiveOperationException {
    Class<?> type =
        Class.forName("software.amazon.awssdk.services." + service + ".model." + response);
    return (SdkPojo) type.getMethod("builder").invoke(null);
  }

  private static Element parse(String xml) throws Exception {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes))
        .getDocumentElement();
  }

  private static String rootOf(String xml) {
    return xml.replaceFirst("(?s).*?<([A-Za-z]+Response) .*", "$1");
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
