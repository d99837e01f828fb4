package hotline.node.entity;

import hotline.node.ticket.EventType;

/**
 * What a decision did to an entity.
 *
 * @param after the entity as it is now, its version raised by one
 * @param text for people to read, in Chinese, without personal data
 */
public record Step<T>(T after, EventType type, String text) {}
