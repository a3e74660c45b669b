package io.github.quartermaster.ebs.openstack;

import io.github.quartermaster.ebs.model.Answer;
import io.github.quartermaster.ebs.model.Answer.Done;
import io.github.quartermaster.ebs.model.Answer.Refused;
import io.github.quartermaster.ebs.model.BlockStorage.CreatedSnapshot;
import io.github.quartermaster.ebs.model.Creation;
import io.github.quartermaster.ebs.model.Region;
import java.util.List;
import java.util.Locale;

/**
 * Whether a creation would be allowed, as far as Cinder tells without doing it: it has no dry run,
 * but tells quotas to everybody, and refuses the record of a backup to whoever is no administrator.
 * Where there is no backup yet, whether records may be had shows only when one is made.
 */
final class CinderChecks {
  private final CinderCalls calls;

  CinderChecks(CinderCalls calls) {
    this.calls = calls;
  }

  Answer<Creation> rehearse(Creation creation) {
    if (creation instanceof Creation.Copy copy) {
      Refused<List<CreatedSnapshot>> no = CinderCreations.impossible(copy);
      if (no != null) {
        return Answers.other(no);
      }
      Region to = Place.of(copy.region()).region();
      Answer<Creation> room = room(to, "Backups", creation);
      return to.equals(copy.from()) ? room : Answers.then(room, enough -> mayExport(copy));
    }
    return room(creation.region(), "Snapshots", creation);
  }

  private Answer<Creation> room(Region region, String what, Creation creation) {
    return Answers.then(
        calls.get(region, "/limits", told -> told.at("limits").at("absolute")),
        limits -> {
          long most =
              limits.at("maxTotal" + what).isThere() ? limits.number("maxTotal" + what) : -1;
          long used = limits.number("total" + what + "Used");
          return most >= 0 && used >= most
              ? new Refused<>(
                  Refused.Reason.QUOTA,
                  "the project has " + used + " of " + most + " " + what.toLowerCase(Locale.ROOT))
              : new Done<>(creation);
        });
  }

  private Answer<Creation> mayExport(Creation.Copy copy) {
    return Answers.then(
        calls.get(copy.from(), "/backups?limit=1", told -> told.at("backups").elements()),
        some ->
            some.isEmpty()
                ? new Done<>(copy)
                : calls.get(
                    copy.from(),
                    "/backups/"
                        + some.get(0).required("id", "a backup without an id")
                        + "/export_record",
                    told -> copy));
  }
}
