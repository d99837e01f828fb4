package hotline.local.csv;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One message of a file.
 *
 * @param id the number that the file gives it, unique in the file
 * @param requester who wrote it, as the file calls them (a name or a user number)
 * @param createdAt when it was written, in the local time of the file
 * @param line the line of the file on which its row begins, from 1
 */
public record CsvMessage(
    String id,
    @Nullable String requester,
    @Nullable String phone,
    String title,
    String content,
    @Nullable LocalDateTime createdAt,
    @Nullable String place,
    long line) {}
