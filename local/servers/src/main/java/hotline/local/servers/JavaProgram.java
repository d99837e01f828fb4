package hotline.local.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a Java program of this project as a process.
 *
 * @param command the whole command line
 * @param environment added to the environment of the one who starts it
 */
public record JavaProgram(List<String> command, Map<String, String> environment) {
  public JavaProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * A program of a module below {@code local/}, which has a classpath of its own.
   *
   * @param java options of the virtual machine, main class and arguments
   * @throws IllegalStateException when the module is not built
   */
  static JavaProgram of(String module, List<String> java, Map<String, String> environment) {
    Path target = ProjectRoot.find().resolve("local").resolve(module).resolve("target");
    if (!Files.isDirectory(target.resolve("lib"))) {
      throw new IllegalStateException(
          target + " is not built: run mvn -pl local/" + module + " compile in the project");
    }
    return onClasspath(
        target.resolve("classes") + ":" + target.resolve("lib") + "/*", java, environment);
  }

  /** A program on a classpath, run by the virtual machine that runs this one. */
  public static JavaProgram onClasspath(
      String classpath, List<String> java, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(classpath);
    command.addAll(java);
    return new JavaProgram(command, environment);
  }

  /** The same program with one more argument. */
  JavaProgram with(String argument) {
    List<String> longer = new ArrayList<>(command);
    longer.add(argument);
    return new JavaProgram(longer, environment);
  }
}
