package hotline.local.demo.client;

import java.util.List;

/** A page of a list, with the number of all. */
public record PageOf<T>(List<T> items, long total) {}
