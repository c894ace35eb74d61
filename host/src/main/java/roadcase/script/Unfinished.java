package roadcase.script;

import java.lang.annotation.*;

/** A line that ends in this type goes nowhere; {@link #value} says how to end it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Unfinished {
    String value();
}
