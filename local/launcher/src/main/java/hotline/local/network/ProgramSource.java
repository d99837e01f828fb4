package hotline.local.network;

import hotline.local.servers.ProjectRoot;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program of a kind of node is. */
interface ProgramSource {
  /** Its main class. */
  String mainClass(Tier tier);

  /** Its classpath; {@link NetworkException} when it is not built. */
  String classpath(Tier tier);

  /** The programs that the build of this project makes. */
  static ProgramSource ofProject() {
    return new ProgramSource() {
      @Override
      public String mainClass(Tier tier) {
        return tier.mainClass();
      }

      @Override
      public String classpath(Tier tier) {
        Path target = ProjectRoot.find().resolve(tier.module()).resolve("target");
        Path jar = target.resolve("hotline-" + tier.module() + "-0.1.0-SNAPSHOT.jar");
        Path lib = target.resolve("lib");
        if (!Files.exists(jar) || !Files.isDirectory(lib)) {
          throw new NetworkException(jar + " 还没有构建：请用 ./hotline 启动，或先运行 mvn package");
        }
        return jar + ":" + lib + "/*";
      }
    };
  }
}
