package roadcase.script;

import java.lang.annotation.*;

/** A public method of the language that its own parts need and no script says: not offered, not suggested. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotAWord {}
