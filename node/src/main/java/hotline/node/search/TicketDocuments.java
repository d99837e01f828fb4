package hotline.node.search;

import hotline.node.ticket.Appeal;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.Deadlines;
import hotline.node.ticket.Order;
import hotline.node.ticket.PersonalNumbers;
import hotline.node.ticket.Reply;
import hotline.node.ticket.Ticket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What of a ticket goes into the index: what it is filtered by, and the words of what it says,
 * which can be searched there but not read. Of the requester nothing does (SEC-01): neither name,
 * number nor address, and not where the text itself names them.
 */
final class TicketDocuments {

  private TicketDocuments() {}

  static Document of(Ticket ticket, List<Assignment> assignments) {
    Document document = new Document();
    String id = ticket.id().toString();
    Appeal appeal = ticket.appeal();
    keyword(document, Fields.ID, id);
    document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(id)));
    keyword(document, Fields.OWNER, ticket.owner().codeText());
    keyword(document, Fields.STATE, ticket.state().name());
    keyword(document, Fields.CATEGORY, appeal.category().name());
    keyword(document, Fields.URGENCY, appeal.urgency().name());
    keyword(document, Fields.CHANNEL, appeal.channel().name());
    keyword(
        document, Fields.REGION, appeal.region() == null ? Fields.NONE : appeal.region().code());
    String matter = appeal.matterCode();
    keyword(document, Fields.MATTER, matter == null ? Fields.NONE : matter);
    keyword(document, Fields.ENTERPRISE, appeal.enterprise() ? "1" : "0");
    appeal.aliases().forEach(alias -> keyword(document, Fields.ALIAS, number(alias.number())));
    units(assignments).forEach(unit -> keyword(document, Fields.UNIT, unit));
    moments(document, ticket);
    texts(document, ticket, assignments);
    return document;
  }

  /** As numbers are compared: whoever reads one out does not say what is a capital letter. */
  static String number(String number) {
    return number.strip().toLowerCase(Locale.ROOT);
  }

  private static Set<String> units(List<Assignment> assignments) {
    Set<String> units = new LinkedHashSet<>();
    for (Assignment assignment : assignments) {
      var unit = assignment.charge().unit();
      if (unit != null) {
        units.add(Fields.unit(assignment.charge().node().codeText(), unit.codeText()));
      }
    }
    return units;
  }

  private static void moments(Document document, Ticket ticket) {
    long registered = micros(ticket.clock().registeredAt());
    document.add(new LongPoint(Fields.REGISTERED, registered));
    document.add(new NumericDocValuesField(Fields.REGISTERED, registered));
    var due = ticket.clock().due();
    if (due != null && !Deadlines.fedBack(ticket)) {
      document.add(new LongPoint(Fields.DUE, micros(due.at())));
    }
  }

  private static void texts(Document document, Ticket ticket, List<Assignment> assignments) {
    String name = ticket.requester().personal().name();
    Appeal appeal = ticket.appeal();
    text(document, Fields.TITLE, appeal.title(), name);
    text(document, Fields.CONTENT, appeal.content(), name);
    text(document, Fields.PLACE, appeal.place(), name);
    if (appeal.region() != null) {
      text(document, Fields.PLACE, appeal.region().name(), name);
    }
    replies(ticket, assignments).forEach(reply -> text(document, Fields.REPLY, reply, name));
  }

  /** What has been answered, by whom ever: the same words, passed on, count once. */
  static Set<String> replies(Ticket ticket, List<Assignment> assignments) {
    Set<String> replies = new LinkedHashSet<>();
    var answer = ticket.outcome().answer();
    if (answer != null) {
      replies.add(answer.content());
    }
    for (Order order : ticket.orders().all()) {
      order.handling().replies().stream().map(Reply::content).forEach(replies::add);
    }
    for (Assignment assignment : assignments) {
      assignment.handling().replies().stream().map(Reply::content).forEach(replies::add);
    }
    return replies;
  }

  private static void text(
      Document document, String field, @Nullable String text, @Nullable String name) {
    if (text != null && !text.isBlank()) {
      String nameless = name == null || name.length() < 2 ? text : text.replace(name, " ");
      document.add(new TextField(field, PersonalNumbers.without(nameless), Store.NO));
    }
  }

  private static void keyword(Document document, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      document.add(new StringField(field, value, Store.NO));
    }
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
