package roadcase.osc;

/** Arguments that are nothing but their type. */
public enum OscSign { NIL, IMPULSE }
