package hotline.node.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.requirements.Requirement;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private final WorkingCalendar calendar =
      new WorkingCalendar(WorkingHours.USUAL, Holidays.bundled());

  @ParameterizedTest(name = "{0} + {1} working minutes = {2}")
  @CsvSource({
    // Friday 17:30, half an hour that day, the rest on Monday
    "2026-03-06T17:30, 180, 2026-03-09T11:30",
    "2026-03-06T09:00, 180, 2026-03-06T12:00",
    "2026-03-06T09:01, 180, 2026-03-06T14:31",
    "2026-03-06T08:00, 180, 2026-03-06T12:00",
    "2026-03-06T11:00, 180, 2026-03-06T16:30",
    "2026-03-06T12:00, 180, 2026-03-06T17:30",
    "2026-03-06T13:00, 180, 2026-03-06T17:30",
    "2026-03-06T14:30, 180, 2026-03-06T17:30",
    "2026-03-06T15:00, 180, 2026-03-06T18:00",
    "2026-03-06T18:00, 180, 2026-03-09T12:00",
    "2026-03-06T23:59, 180, 2026-03-09T12:00",
    "2026-03-07T10:00, 180, 2026-03-09T12:00",
    "2026-03-08T10:00, 180, 2026-03-09T12:00",
    // New Year 2026: 1 to 3 January off, Sunday 4 January worked
    "2025-12-31T17:00, 180, 2026-01-04T11:00",
    // Spring Festival: 15 to 23 February off, Saturday 28 February worked
    "2026-02-14T17:00, 120, 2026-02-24T10:00",
    "2026-02-27T17:00, 120, 2026-02-28T10:00",
    // thirteen hours are two whole working days
    "2026-03-06T09:00, 780, 2026-03-09T18:00",
  })
  @Requirement({"Q-01", "SLA-02"})
  void workingTimeRunsInWorkingHoursOnly(LocalDateTime from, int minutes, LocalDateTime expected) {
    Limit limit = new Limit.WorkingTime(Duration.ofMinutes(minutes));

    Deadline deadline = calendar.deadline(at(from), limit, "SLA-02");

    assertThat(deadline).isEqualTo(new Deadline(at(expected), "SLA-02", false));
  }

  @ParameterizedTest(name = "{0} + {1} working days = {2}")
  @CsvSource({
    // the day of the start does not count, the last runs until the end of business
    "2026-03-02T00:00, 1, 2026-03-03T18:00",
    "2026-03-02T09:00, 2, 2026-03-04T18:00",
    "2026-03-02T23:59, 2, 2026-03-04T18:00",
    "2026-03-02T10:00, 5, 2026-03-09T18:00",
    "2026-03-06T17:59, 1, 2026-03-09T18:00",
    "2026-03-07T10:00, 1, 2026-03-09T18:00",
    "2026-03-08T10:00, 5, 2026-03-13T18:00",
    // make-up workdays count: Saturday 14 February, Saturday 28 February
    "2026-02-13T10:00, 1, 2026-02-14T18:00",
    "2026-02-13T10:00, 2, 2026-02-24T18:00",
    "2026-02-26T10:00, 2, 2026-02-28T18:00",
    // National Day week: 1 to 7 October off, Saturday 10 October worked
    "2026-09-30T10:00, 3, 2026-10-10T18:00",
  })
  void workingDaysEndWithTheBusinessOfTheLastDay(
      LocalDateTime from, int days, LocalDateTime expected) {
    Deadline deadline = calendar.deadline(at(from), new Limit.WorkingDays(days), "SLA-04");

    assertThat(deadline).isEqualTo(new Deadline(at(expected), "SLA-04", false));
  }

  @Test
  void wallTimeRunsDayAndNight() {
    Limit limit = new Limit.WallTime(Duration.ofHours(24));

    assertThat(calendar.deadline(at("2026-02-14T23:00"), limit, "SLA-10"))
        .isEqualTo(new Deadline(at("2026-02-15T23:00"), "SLA-10", false));
  }

  @Test
  void aDeadlineThatRunsIntoAYearWithoutCalendarIsProvisional() {
    Instant endOf2026 = at("2026-12-30T10:00");

    assertThat(calendar.deadline(endOf2026, new Limit.WorkingDays(1), "r").provisional()).isFalse();
    assertThat(calendar.deadline(endOf2026, new Limit.WorkingDays(2), "r"))
        .isEqualTo(new Deadline(at("2027-01-01T18:00"), "r", true));
    assertThat(
            calendar.deadline(
                at("2027-03-01T10:00"), new Limit.WorkingTime(Duration.ofHours(1)), "r"))
        .isEqualTo(new Deadline(at("2027-03-01T11:00"), "r", true));
  }

  @Test
  void wallTimeNeedsNoCalendarAndIsNeverProvisional() {
    Limit limit = new Limit.WallTime(Duration.ofHours(24));

    assertThat(calendar.deadline(at("2026-12-31T20:00"), limit, "SLA-10").provisional()).isFalse();
  }

  @Test
  void anExtensionAddsWholeWorkingDaysAndStaysProvisional() {
    Deadline due = new Deadline(at("2026-03-06T18:00"), "SLA-04", false);

    assertThat(calendar.extend(due, 3, "LIF-09"))
        .isEqualTo(new Deadline(at("2026-03-11T18:00"), "LIF-09", false));
    assertThat(calendar.extend(new Deadline(due.at(), due.rule(), true), 3, "LIF-09").provisional())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T11:30, 180, 2026-03-06T17:30",
    "2026-03-06T18:00, 240, 2026-03-06T11:30",
    "2026-03-06T18:00, 210, 2026-03-06T14:30",
    "2026-03-06T09:00, 60, 2026-03-05T17:00",
    "2026-03-08T12:00, 60, 2026-03-06T17:00",
    "2026-02-24T10:00, 120, 2026-02-14T17:00",
  })
  void workingTimeCanBeTakenBack(LocalDateTime until, int minutes, LocalDateTime expected) {
    assertThat(calendar.minusWorkingTime(at(until), Duration.ofMinutes(minutes)))
        .isEqualTo(at(expected));
  }

  @Test
  void forwardsAndBackwardsAndBetweenAgree() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      Instant from = at("2024-01-01T00:00").plusSeconds(random.nextInt(90_000_000));
      Duration time = Duration.ofSeconds(1 + random.nextInt(200_000));
      Instant to = calendar.deadline(from, new Limit.WorkingTime(time), "r").at();

      assertThat(calendar.workingTimeBetween(from, to))
          .as("seed %s, %s", seed, from)
          .isEqualTo(time);
      Instant back = calendar.minusWorkingTime(to, time);
      assertThat(calendar.workingTimeBetween(back, to)).isEqualTo(time);
      assertThat(back).isAfterOrEqualTo(from);
    }
  }

  @Test
  void nothingLiesBetweenMomentsInTheWrongOrder() {
    assertThat(calendar.workingTimeBetween(at("2026-03-06T18:00"), at("2026-03-06T09:00")))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void aDeadlineIsPastOnlyAfterItsMoment() {
    Deadline deadline = new Deadline(at("2026-03-06T18:00"), "r", false);

    assertThat(deadline.isPast(at("2026-03-06T18:00"))).isFalse();
    assertThat(deadline.isPast(at("2026-03-06T18:00").plusNanos(1))).isTrue();
  }

  @Test
  void anotherCalendarGivesAnotherDeadline() throws IOException {
    WorkingCalendar other =
        new WorkingCalendar(
            WorkingHours.USUAL,
            Holidays.read("own", new StringReader("2026 off 03-09 # a local holiday\n")));

    assertThat(other.isWorkday(LocalDate.of(2026, 3, 9))).isFalse();
    assertThat(other.deadline(at("2026-03-06T17:30"), new Limit.WorkingDays(1), "r").at())
        .isEqualTo(at("2026-03-10T18:00"));
  }

  private static Instant at(String local) {
    return at(LocalDateTime.parse(local));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(WorkingHours.USUAL.zone()).toInstant();
  }
}
