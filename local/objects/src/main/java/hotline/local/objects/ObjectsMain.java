package hotline.local.objects;

import java.io.IOException;
import java.util.List;

/** Runs S3Proxy; with {@code --stop-with-stdin} until its standard input ends. */
public final class ObjectsMain {

  private ObjectsMain() {}

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--stop-with-stdin")) {
      Thread watch = new Thread(ObjectsMain::endWithInput, "stdin");
      watch.setDaemon(true);
      watch.start();
    }
    org.gaul.s3proxy.Main.main(new String[] {"--properties", arguments[0]});
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // nobody says anything here
      }
    } catch (IOException e) {
      // it has ended all the more
    }
    Runtime.getRuntime().halt(0);
  }
}
