package hotline.local.demo.appeal;

/** Category, urgency class and enterprise mark, by the names that the node's API uses. */
public record Classification(String category, String urgency, boolean enterprise) {}
