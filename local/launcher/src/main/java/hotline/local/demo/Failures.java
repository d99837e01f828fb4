package hotline.local.demo;

import hotline.local.csv.CsvFormatException;
import hotline.local.demo.client.ApiRefusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;

/** Tells people what went wrong in a sentence instead of a stack trace. */
public final class Failures {

  private Failures() {}

  /** Something that ends with an exit status. */
  public interface Work {
    int run() throws ApiRefusal, IOException, InterruptedException;
  }

  /** Runs the work; what goes wrong is told and gives the exit status 1. */
  public static int told(PrintWriter err, Work work) throws InterruptedException {
    try {
      return work.run();
    } catch (ApiRefusal | CsvFormatException | IllegalArgumentException e) {
      err.println(e.getMessage());
    } catch (NoSuchFileException e) {
      err.println("没有这个文件：" + e.getFile());
    } catch (IOException e) {
      err.println("无法读写或连接：" + e);
    }
    return 1;
  }
}
