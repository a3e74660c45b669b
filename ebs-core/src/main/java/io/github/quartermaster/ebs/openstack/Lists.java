package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.Page;
import io.github.quartermaster.ebs.model.Region;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cinder's lists, page by page. What a cloud does not filter by is filtered here. */
final class Lists {
  /** The most that Cinder gives unless it is told otherwise ({@code osapi_max_limit}). */
  private static final int A_PAGE = 1000;

  private final CinderCalls calls;
  private final Set<Region> withoutMetadataFilter = ConcurrentHashMap.newKeySet();

  Lists(CinderCalls calls) {
    this.calls = calls;
  }

  /**
   * A page of one kind of thing.
   *
   * @param kind the name of the list: {@code volumes}, {@code snapshots}, {@code backups}
   * @param query what the server is to filter by
   * @param next the id that the page before ended with, or null
   * @param wanted what else must be true of each
   */
  <T> Answer<Page<T>> page(
      Region region,
      String kind,
      Map<String, String> query,
      @Nullable String next,
      Function<Json, T> understand,
      Predicate<T> wanted) {
    Map<String, String> all = new TreeMap<>(query);
    all.put("limit", String.valueOf(A_PAGE));
    if (next != null) {
      all.put("marker", next);
    }
    Answer<Page<T>> answer =
        calls.get(region, path(kind, all), told -> page(told, kind, understand, wanted));
    // what the page before ended with is gone; a list that stands still is read from its beginning
    return next != null && Answers.isNotFound(answer)
        ? new Done<>(new Page<>(List.of(), next))
        : answer;
  }

  /**
   * Likewise, filtered by metadata on the server where it does that, and here in any case.
   *
   * @param wanted must hold the same condition
   */
  <T> Answer<Page<T>> pageByMetadata(
      Region region,
      String kind,
      String key,
      String value,
      @Nullable String next,
      Function<Json, T> understand,
      Predicate<T> wanted) {
    if (!withoutMetadataFilter.contains(region) && isPlain(key) && isPlain(value)) {
      Map<String, String> query = Map.of("metadata", "{'" + key + "':'" + value + "'}");
      Answer<Page<T>> answer = page(region, kind, query, next, understand, wanted);
      if (!isFilterRefused(answer)) {
        return answer;
      }
      withoutMetadataFilter.add(region);
    }
    return page(region, kind, Map.of(), next, understand, wanted);
  }

  /** The one of an id, as a list: what is not there is not in it. */
  <T> Answer<Page<T>> one(Region region, String kind, String id, Function<Json, T> understand) {
    Answer<T> answer = calls.get(region, "/" + kind + "/" + id, understand(kind, understand));
    return Answers.isNotFound(answer)
        ? new Done<>(Page.last(List.of()))
        : answer.map(found -> Page.last(List.of(found)));
  }

  private static <T> Function<Json, T> understand(String kind, Function<Json, T> understand) {
    String singular = kind.substring(0, kind.length() - 1);
    return told -> {
      if (!told.at(singular).isObject()) {
        throw new SenselessAnswerException("the answer holds no " + singular);
      }
      return understand.apply(told.at(singular));
    };
  }

  private static <T> Page<T> page(
      Json told, String kind, Function<Json, T> understand, Predicate<T> wanted) {
    if (!(told.at(kind).value() instanceof List)) {
      throw new SenselessAnswerException("the answer holds no list of " + kind);
    }
    List<Json> elements = told.at(kind).elements();
    List<T> items = new ArrayList<>();
    elements.stream().map(understand).filter(wanted).forEach(items::add);
    boolean goesOn =
        told.at(kind + "_links").elements().stream()
            .anyMatch(link -> link.text("rel").equals("next"));
    return goesOn && !elements.isEmpty()
        ? new Page<>(
            items, elements.get(elements.size() - 1).required("id", "something without an id"))
        : Page.last(items);
  }

  private static String path(String kind, Map<String, String> query) {
    StringBuilder path = new StringBuilder("/" + kind + "/detail");
    char before = '?';
    for (Map.Entry<String, String> each : query.entrySet()) {
      path.append(before)
          .append(each.getKey())
          .append('=')
          .append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
      before = '&';
    }
    return path.toString();
  }

  private static boolean isFilterRefused(Answer<?> answer) {
    return answer instanceof Refused<?> refused
        && refused.reason() == Refused.Reason.INVALID
        && refused.why().contains("filter");
  }

  /** Whether it can stand in quotes as it is. */
  private static boolean isPlain(String text) {
    return text.matches("[A-Za-z0-9 ._:/@+-]*");
  }
}
