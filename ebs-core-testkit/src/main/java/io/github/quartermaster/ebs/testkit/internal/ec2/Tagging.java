package io.github.quartermaster.ebs.testkit.internal.ec2;

import java.util.List;
import java.util.Map;

/** {@code CreateTags} and {@code DeleteTags}, on snapshots and volumes. */
final class Tagging {
  private static final int MOST_RESOURCES = 1000;

  private Tagging() {}

  static XmlElement create(Call call) {
    Map<String, String> tags = call.parameters().tags("Tag");
    if (tags.isEmpty()) {
      throw new RefusedException("MissingParameter", "The request must contain the parameter Tag");
    }
    int most = call.account().limits.tagsPerResource();
    Tags.check(tags, most);
    List<Tags> resources = resources(call);
    resources.forEach(resource -> resource.checkRoomFor(tags, most));
    resources.forEach(resource -> resource.set(tags, call.now()));
    return call.done();
  }

  static XmlElement delete(Call call) {
    List<Tags> resources = resources(call);
    Map<String, String> tags = call.parameters().tags("Tag");
    if (tags.isEmpty()) {
      resources.forEach(
          resource -> resource.all().keySet().forEach(key -> resource.remove(key, null)));
    }
    tags.forEach((key, value) -> resources.forEach(resource -> resource.remove(key, value)));
    return call.done();
  }

  private static List<Tags> resources(Call call) {
    List<String> ids = call.parameters().list("ResourceId");
    if (ids.isEmpty() || ids.size() > MOST_RESOURCES) {
      throw RefusedException.invalidValue(
          "The request must name from 1 to " + MOST_RESOURCES + " resources");
    }
    return ids.stream().map(id -> tagsOf(call, id)).toList();
  }

  private static Tags tagsOf(Call call, String id) {
    if (id.startsWith("snap-")) {
      return call.snapshot(id).tags;
    }
    if (id.startsWith("vol-")) {
      return call.volume(id).tags;
    }
    throw new RefusedException("InvalidID", "The ID '" + id + "' is not valid");
  }
}
