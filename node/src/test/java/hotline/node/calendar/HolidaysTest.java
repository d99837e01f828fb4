package hotline.node.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

  private final Holidays holidays = Holidays.bundled();

  @Test
  void theNoticesOf2007To2026AreKnown() {
    assertThat(holidays.knownYears())
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2007, 2026).boxed().toList());
    assertThat(holidays.knows(2027)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, false",
    "2026-01-04, true",
    "2026-02-14, true",
    "2026-02-15, false",
    "2026-02-23, false",
    "2026-02-24, true",
    "2026-02-28, true",
    "2026-10-10, true",
    "2026-03-07, false",
    "2026-03-09, true",
    "2020-01-31, false",
    "2020-02-01, false",
    "2012-01-22, false",
    "2007-05-07, false",
    "2006-12-30, true",
    "2027-01-01, true",
  })
  void holidaysAndMakeUpWorkdaysDepartFromThePlainWeek(LocalDate day, boolean workday) {
    assertThat(holidays.isWorkday(day)).isEqualTo(workday);
  }

  @Test
  void everyYearHasAboutTwoHundredAndFiftyWorkdays() {
    for (int year : holidays.knownYears()) {
      LocalDate first = LocalDate.of(year, 1, 1);
      long workdays =
          first.datesUntil(first.plus(1, ChronoUnit.YEARS)).filter(holidays::isWorkday).count();
      assertThat(workdays).as("workdays of %s", year).isBetween(246L, 253L);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026 free 01-01",
        "26 off 01-01",
        "2026 off",
        "2026 off 02-30",
        "2026 off 13-01",
        "2026 off 01-03..01-01",
        "2026 off 1-1",
        "2026 off 01-01,01-02",
      })
  void aMistakeIsNamedWithFileAndLine(String line) {
    assertThatThrownBy(
            () -> Holidays.read("own.txt", new StringReader("# comment\n\n" + line + "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("own.txt line 3: '")
        .hasMessageContaining("expected");
  }

  @Test
  void aYearWithoutHolidaysOfItsOwnStaysUnknown() throws IOException {
    Holidays read = Holidays.read("own.txt", new StringReader("2030 work 01-05\n"));

    assertThat(read.knows(2030)).isFalse();
    assertThat(read.isWorkday(LocalDate.of(2030, 1, 5))).isTrue();
  }
}
