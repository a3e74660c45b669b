package example;

import io.github.quartermaster.amp.AmpSources;
import io.github.quartermaster.amp.Amps;
import io.github.quartermaster.amp.ApplyRequest;
import io.github.quartermaster.amp.ApplyResult;
import java.nio.file.Path;
import java.util.List;

/** Brings a WAR to the newest AMPs of a folder: {@code ApplyAmps <folder> <war>}. */
public final class ApplyAmps {
  private ApplyAmps() {}

  public static void main(String[] arguments) {
    AmpSources amps = AmpSources.directories(Path.of(arguments[0]));
    List<Path> wars = List.of(Path.of(arguments[1]));
    ApplyRequest request = ApplyRequest.builder(amps, wars).build();
    ApplyResult result = new Amps().apply(request);
    result.problems().forEach(System.err::println);
    result.plan().wars().stream()
        .flatMap(war -> war.actions().stream())
        .map(action -> action.name() + " " + action.module() + action.to().map(to -> " " + to).orElse(""))
        .forEach(System.out::println);
    System.out.println(result.changed() ? "The WAR was changed." : "Nothing to do.");
  }
}
