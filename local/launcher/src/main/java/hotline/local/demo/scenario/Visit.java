package hotline.local.demo.scenario;

/** One look at one ticket at one node, to do there whatever is to be done. */
record Visit(String node, String ticketId) {}
