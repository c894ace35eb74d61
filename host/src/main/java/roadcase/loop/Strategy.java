package roadcase.loop;

/** How a loop goes to its target: by looking back, by looking ahead, or by trying which of the two the meter allows. */
public enum Strategy { AUTO, FEEDBACK, FORWARD }
